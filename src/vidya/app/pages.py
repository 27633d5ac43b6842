"""The pages that belong to no domain: the first page, and the one that shows every component."""

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from vidya import __version__
from vidya.app.demo import CODE, NUMBERS
from vidya.app.wiring import Product
from vidya.core.html import page
from vidya.domains.schools import service as schools


class Pages:
    def __init__(self, product: Product) -> None:
        self._product = product
        self.numbers = [{"number": n.number, "label": n.label, "note": n.note} for n in NUMBERS]

    def routes(self) -> list[Route]:
        return [Route("/", self.home), Route("/design", self.design)]

    async def home(self, _request: Request) -> HTMLResponse:
        product = self._product
        async with product.database.shared() as db:
            demo = await schools.find_school_by_code(db, CODE)
        return page(
            "home.html",
            version=__version__,
            school_code=CODE if demo else "",
            demo_numbers=self.numbers if demo else [],
            composer=product.composer,
            simulator=product.settings.simulator,
        )

    async def design(self, _request: Request) -> HTMLResponse:
        return page("design.html")
