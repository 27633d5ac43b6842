"""The command line of the product: `vidya serve`, `vidya call`, `vidya ask` and the operator's tools."""

import sys
from contextlib import ExitStack
from time import perf_counter

import click
from typing_extensions import override

from vidya.app import cli_ask, cli_call, cli_ledger, cli_operate, cli_pregenerate, cli_shadow
from vidya.app.database import database_addresses
from vidya.app.migrations import migrate
from vidya.app.secret import load_keys
from vidya.app.serve import bind, serve
from vidya.app.welcome import welcome
from vidya.core.errors import VidyaError
from vidya.core.logging import configure_logging
from vidya.core.settings import Settings, load_settings


class _Commands(click.Group):
    """Errors of ours are sentences for the reader, not traces."""

    @override
    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except VidyaError as failure:
            raise click.ClickException(str(failure)) from failure


@click.group(cls=_Commands)
@click.version_option(package_name="vidya")
def main() -> None:
    """Vidya: a tutor that a child can phone."""


@main.command("serve")
@click.option("--demo", is_flag=True, help="Load the demo school.")
@click.option("--roles", help="What this process does: web, worker, or web,worker.")
def serve_command(*, demo: bool, roles: str | None) -> None:
    """Serve calls, pages and jobs until Ctrl-C."""
    began = perf_counter()
    settings = _settings(roles)
    configure_logging(
        form=settings.log_format, level=settings.log_level, personal=settings.log_personal
    )
    with ExitStack() as stack:
        listener = stack.enter_context(bind(settings)) if "web" in settings.roles else None
        addresses = stack.enter_context(database_addresses(settings))
        migrate(addresses.owner)
        serve(
            settings,
            addresses,
            load_keys(settings),
            listener=listener,
            demo=demo,
            ready=lambda product: click.echo(
                welcome(product, demo=demo, seconds=perf_counter() - began)
            ),
        )


def _settings(roles: str | None) -> Settings:
    settings = load_settings()
    if roles is None:
        return settings
    chosen = frozenset(role.strip() for role in roles.split(","))
    if not chosen <= {"web", "worker"}:
        raise click.BadParameter("web, worker, or both with a comma", param_hint="--roles")
    return settings.model_copy(update={"roles": chosen})


main.add_command(cli_call.call)
main.add_command(cli_ask.ask)
main.add_command(cli_ask.explain)
main.add_command(cli_pregenerate.pregenerate)
main.add_command(cli_shadow.shadow_command)
main.add_command(cli_ledger.ledger_command)
main.add_command(cli_operate.jobs)
main.add_command(cli_operate.handoffs)
main.add_command(cli_operate.settings_list)

if __name__ == "__main__":
    sys.exit(main())
