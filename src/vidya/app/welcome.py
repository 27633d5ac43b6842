"""The one short page that a terminal shows once the product is ready."""

from vidya.app.demo import LINE, NUMBERS, STRANGER
from vidya.app.wiring import Product


def welcome(product: Product, *, demo: bool, seconds: float) -> str:
    """The address, the demo's numbers and PINs, and what is only simulated."""
    settings = product.settings
    lines = ["", f"  Vidya is ready after {seconds:.1f} s.", ""]
    if "web" in settings.roles:
        shown = f"[{settings.host}]" if ":" in settings.host else settings.host
        address = f"http://{shown}:{settings.port}"
        lines += [f"  Open        {address}/", f"  Phone it    {address}/simulator"]
    if demo:
        lines += ["  or          .venv/bin/vidya call +919000000001", ""]
        lines += [f"  Demo school DEMO (3366 on a keypad), line {LINE}. Who calls from:"]
        lines += [f"    {n.number}  {n.label}: {n.note}" for n in (*NUMBERS, STRANGER)]
    lines += ["", f"  Answers are worded by {product.composer}.", *_simulated(product)]
    return "\n".join([*lines, "", "  Ctrl-C ends it.", ""])


def _simulated(product: Product) -> list[str]:
    settings = product.settings
    simulated = []
    if settings.twilio.auth_token is None:
        simulated.append("phone calls (no VIDYA_TWILIO__AUTH_TOKEN: only this machine may call)")
    if type(product.telephony).__name__.startswith("Fake"):
        simulated.append("call-backs (noted in the log, not placed)")
    if product.llm is None:
        simulated.append("no model is set (VIDYA_LLM__BASE_URL)")
    return [f"  Simulated   {line}" for line in simulated]
