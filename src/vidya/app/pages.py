"""The pages that belong to no domain: the first page, and the one that shows every component."""

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse
from starlette.routing import Route

from vidya import __version__
from vidya.app.demo import CODE, NUMBERS, STRANGER
from vidya.app.wiring import Product
from vidya.core.errors import NotFound
from vidya.core.html import STATIC, page
from vidya.domains.schools import service as schools


class SimulatorTurnedOff(NotFound): ...


class Pages:
    def __init__(self, product: Product) -> None:
        self._product = product
        self.numbers = [
            {"number": n.number, "label": n.label, "note": n.note} for n in (*NUMBERS, STRANGER)
        ]

    def routes(self) -> list[Route]:
        routes = [
            Route("/", self.home),
            Route("/design", self.design),
            Route("/favicon.ico", self.mark),
        ]
        if not self._product.settings.simulator:
            routes.append(Route("/simulator", self.no_simulator))
        return routes

    async def home(self, _request: Request) -> HTMLResponse:
        product = self._product
        async with product.database.shared() as db:
            demo = await schools.find_school_by_code(db, CODE)
        return page(
            "home.html",
            version=__version__,
            school_code=CODE if demo else "",
            join_code=schools.keypad_code(CODE),
            demo_numbers=self.numbers if demo else [],
            model=product.llm.name if product.llm else "",
            simulator=product.settings.simulator,
        )

    async def design(self, _request: Request) -> HTMLResponse:
        return page("design.html")

    async def mark(self, _request: Request) -> FileResponse:
        """For browsers that ask for an icon beside answers that are no page."""
        return FileResponse(
            STATIC / "mark.svg",
            media_type="image/svg+xml",
            headers={"Cache-Control": "public, max-age=86400"},
        )

    async def no_simulator(self, _request: Request) -> HTMLResponse:
        raise SimulatorTurnedOff(
            "The simulated phone is turned off here. VIDYA_SIMULATOR=true turns it on."
        )
