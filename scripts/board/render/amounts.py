"""What stands beside a price: its taxes, with rate and place of supply."""

from markupsafe import Markup

from board.model.award import ContractValue
from board.model.opportunity import Opportunity
from board.render.edition import Edition, capital
from board.render.locale import joined
from board.state.tax import taxes_on, total


def beside(edition: Edition, opportunity: Opportunity) -> Markup:
    """The line under the price of an opportunity."""
    rates = edition.site.policy.taxes_of(opportunity.tax_place, edition.day(opportunity.published_at))
    if not rates:
        return edition.words.say("tax.detail-none")
    return edition.words.say(
        "tax.detail",
        total=edition.money(total(opportunity.price, rates)),
        taxes=edition.taxes(rates),
        place=edition.words.say(f"place.{opportunity.tax_place}"),
    )


def in_terms(edition: Edition, opportunity: Opportunity) -> Markup:
    """What is told of them among the terms: the amount, and who is paid it."""
    rates = edition.site.policy.taxes_of(opportunity.tax_place, edition.day(opportunity.published_at))
    place = edition.words.say(f"place.{opportunity.tax_place}")
    amounts = taxes_on(opportunity.price, rates)
    said = edition.words.say(
        "tax.text" if rates else "tax.text-none",
        place=place,
        taxes=Markup(joined([str(capital(edition.tax(rate))) for rate in rates], edition.language)),  # noqa: S704 - labels
        amount=edition.money(sum((tax.amount for tax in amounts), start=opportunity.price - opportunity.price)),
    )
    # At one price for all there is nothing to compare.
    return said if opportunity.basis == "fixed" else said + " " + edition.words.say("tax.compared")


def of_award(edition: Edition, value: ContractValue, place: str) -> Markup:
    """The line under the price of an award.

    Args:
        edition: In which it is written.
        value: What the award says that it costs.
        place: Of supply, as the opportunity codes it.
    """
    if not value.taxes:
        return edition.words.say("tax.award-none")
    return edition.words.say(
        "tax.detail",
        total=edition.money(value.total),
        taxes=edition.taxes(value.taxes),
        place=edition.words.say(f"place.{place}"),
    )
