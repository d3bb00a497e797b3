"""Questions for what is asked for most are found in German, French and Spanish too, and a text's language by its own words."""

from __future__ import annotations

import pytest

from clew.journeys.facts import Reader

READER = Reader()


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Können Sie mir bitte Ihre Kundennummer nennen?", "account"),
        ("Wie lautet Ihre Rechnungsnummer?", "invoice"),
        ("Mit wem spreche ich?", "name"),
        ("Bitte nennen Sie mir Ihre Postleitzahl.", "postcode"),
        ("Ich brauche noch Ihre Bestellnummer.", "order"),
        ("Und Ihre E-Mail-Adresse, bitte?", "email"),
        ("Unter welcher Nummer kann ich Sie erreichen?", "phone"),
        ("Wann war das genau?", "date"),
        ("Pouvez-vous me donner votre numéro de client, s'il vous plaît ?", "account"),
        ("Quel est votre nom ?", "name"),
        ("À qui ai-je l'honneur ?", "name"),
        ("J'ai besoin de votre numéro de commande.", "order"),
        ("Veuillez indiquer votre code postal.", "postcode"),
        ("Quel est le numéro de la facture ?", "invoice"),
        ("Votre adresse e-mail, s'il vous plaît ?", "email"),
        ("Quand avez-vous commandé ?", "date"),
        ("¿Me puede dar su número de cliente, por favor?", "account"),
        ("¿Cuál es su nombre?", "name"),
        ("¿Con quién hablo?", "name"),
        ("Necesito su número de pedido.", "order"),
        ("Indique su código postal, por favor.", "postcode"),
        ("¿Cuál es el número de la factura?", "invoice"),
        ("¿Y su correo electrónico?", "email"),
        ("¿Cuándo fue eso?", "date"),
    ],
)
def test_a_question_in_another_language_is_found(question: str, fact: str) -> None:
    assert [each.fact for each in READER.read(question, "agent").asked] == [fact]


@pytest.mark.parametrize(
    "statement",
    [
        "Ich habe Ihre Kundennummer hier.",
        "Wir haben es an Ihre E-Mail-Adresse geschickt.",
        "Möchten Sie Ihre Bestellnummer per E-Mail erhalten?",
        "Nous avons envoyé la facture à votre adresse e-mail.",
        "Je vois votre numéro de commande ici.",
        "Le hemos enviado un correo electrónico.",
        "Ya tengo su número de pedido.",
    ],
)
def test_what_only_names_a_thing_in_another_language_asks_for_nothing(statement: str) -> None:
    assert READER.read(statement, "agent").asked == ()


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Meine Kundennummer ist 76623077.", [("account", "76623077")]),
        ("Mon numéro de client est 76623077.", [("account", "76623077")]),
        ("Mi número de pedido es 4455667 y no ha llegado.", [("order", "4455667")]),
    ],
)
def test_what_a_number_is_follows_from_the_words_of_its_language(text: str, facts: list[tuple[str, str]]) -> None:
    assert [(each.fact, each.value) for each in READER.read(text, "customer").said] == facts


def test_a_text_that_tells_no_language_is_read_as_english() -> None:
    assert [each.fact for each in READER.read("Account number?", "agent").asked] == ["account"]
