"""The names that columns carry in exports, in English, German, Spanish and French, and the field each stands for."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Draft field -> names, the most telling first; words are compared without case, accents, dots, dashes and underscores.
FIELD_NAMES: dict[str, str] = {
    "occurred_at": (
        "occurred at; event time; timestamp; datetime; sent at; date sent; start time; started at; call start; start date;"
        "created at; created on; created; createdate; created date; creation date; date created; received at; submitted at;"
        "recorded date; date time; date; time; ts; hs timestamp; tweet created; updated at; sys updated at;"
        "zeitpunkt; zeitstempel; datum; erstellt am; erstellt; eingang; eingegangen am; beginn; uhrzeit;"
        "fecha hora; fecha; fecha creacion; creado; hora; date heure; date creation; cree le; horodatage"
    ),
    "ended_at": "ended at; end time; end date; end; finished at; call end; ende; beendet am; fin; fecha fin; hora fin; date fin",
    "answered_at": (
        "answered at; answer time; answered; accepted at; accepted; picked up at; pickup time; connected at; connect time;"
        "angenommen um; angenommen am; angenommen; atendida; contestada; hora respuesta; decroche a; decroche"
    ),
    "source_id": "event id; message id; interaction id; id; uuid; guid; tweet id; call id; call sid; comment id; record id; sid",
    "case_ref": (
        "ticket id; ticket number; case id; case number; incident number; incident id; ticket; case; incident; request id;"
        "issue id; number; ticketnummer; ticket nr; vorgangsnummer; vorgang; vorgangs nr; fallnummer; fall nr; fall;"
        "numero ticket; caso; id caso; numero caso; incidencia; dossier; numero dossier"
    ),
    "conversation_id": "conversation id; thread id; chat id; session id; dialog id; conversation; thread; konversation; gesprach id",
    "channel": (
        "channel; contact channel; communication channel; contact type; via channel; contact method; case origin; medium; via;"
        "origin; kanal; kontaktkanal; kontaktart; canal; canal contacto; canal de contacto; distribution channel; source channel"
    ),
    "direction": "direction; inbound; is inbound; incoming; outbound; is outbound; outgoing; call direction; richtung; direccion; sens",
    "party": (
        "party; author type; sender type; from type; actor type; author role; sender role; role; speaker; actor; is customer;"
        "from customer; is agent; from agent; is staff; rolle; absendertyp; rol; tipo autor; type auteur"
    ),
    "touchpoint": (
        "event type; event name; event; action; activity type; activity; interaction type; type; ereignis; aktion; evento;"
        "accion; evenement"
    ),
    "issue": (
        "contact reason; case reason; call reason; reason; issue type; issue category; issue; category; ticket category; topic;"
        "intent; inquiry type; problem type; request type; negativereason; anliegen; kategorie; grund; thema; kontaktgrund;"
        "motivo; categoria; tema; asunto tipo; motif; categorie"
    ),
    "text": (
        "text; body; message; message body; content; comment; comments; description; transcript; note; notes; details; subject;"
        "nachricht; beschreibung; kommentar; betreff; mensaje; descripcion; comentario; asunto; texte; commentaire; objet"
    ),
    "outcome": "outcome; resolution; disposition; ticket status; case status; incident state; status; state; zustand; estado; statut; etat",
    "rating": (
        "csat; csat score; nps; nps score; rating; satisfaction; satisfaction score; satisfaction rating; score; stars;"
        "survey score; bewertung; zufriedenheit; valoracion; puntuacion; calificacion; note client; evaluation"
    ),
    "value": "amount; order total; total price; total; revenue; order value; betrag; summe; umsatz; importe; monto; montant",
    "sla_met": "sla met; made sla; within sla; met sla; sla ok; sla eingehalten; sla erfullt; sla cumplido",
    "email": (
        "email; e mail; customer email; email address; contact email; requester email; user email; recipient email; mail;"
        "correo; correo electronico; courriel; kunde email; kunden email; adresse email"
    ),
    "phone": (
        "phone; phone number; customer phone; mobile; mobile number; caller number; msisdn; telephone; telefon; telefonnummer;"
        "handynummer; rufnummer; telefono; movil; tel"
    ),
    "account": "account number; account id; account no; customer account; kontonummer; vertragsnummer; cuenta; numero cuenta; compte",
    "device": "device id; anonymous id; cookie id; browser id; device; gerat; ga client id; visitor id",
    "handle": "handle; screen name; twitter handle; username; user name; social handle",
    "customer_ref": (
        "customer id; customer number; customer no; customer; client id; contact id; person id; caller id; caller; requester id;"
        "requester; end user id; user id; member id; subscriber id; who id; client; submitter id; kundennummer; kunden nr;"
        "kunden id; kunde; kundennr; cliente id; id cliente; numero cliente; cliente; id client; numero client"
    ),
    "party_id": (
        "agent id; agent; agent name; agent email; assignee id; assignee; assigned to; operator; handled by; rep; owner id; owner;"
        "employee; admin id; updated by; sys updated by; resolved by; bearbeiter; mitarbeiter; agente; conseiller; hubspot owner id"
    ),
    "team": (
        "team; team name; queue; queue name; assignment group; support group; group; group name; group id; department; skill;"
        "abteilung; gruppe; warteschlange; equipo; grupo; departamento; equipe; service"
    ),
    "sender": "from; from number; from address; sender; author id; author; absender; von; remitente; expediteur",
    "recipient": "to; to number; to address; recipient; destination; empfanger; an; destinatario; destinataire",
}  # fmt: skip

#: A column with one of these words is about one of ours, never a customer's identifier.
OURS = _words(
    "agent assignee assigned operator owner employee staff rep admin bearbeiter mitarbeiter agente conseiller opened updated "
    "resolved closed created modified handled brand organization company shop store synced manager"
)
#: Times that say when a copy was made or something is planned, never when the customer was in touch.
NOT_WHEN = _words(
    "synced fivetran due deadline birth birthday dob expires expiry scheduled next timezone modstamp deleted faellig fallig"
)
#: Words without which a bare number isn't taken for a time.
WHEN = _words(
    "at on time date timestamp ts datetime epoch unix created createdate sent received start started end ended datum zeit zeitpunkt "
    "zeitstempel fecha hora horodatage moment when opened closed resolved unixtime"
)

#: (words that must all be in the name, touchpoint, kind, direction, party, outcome), tried in this order.
MILESTONE_NAMES: tuple[tuple[str, str, str, str, str, str | None], ...] = (
    ("first response|first reply|first responded|first replied|first answer|erste antwort|primera respuesta|premiere reponse",
     "first response", "message", "outbound", "agent", None),
    ("reopened|reopen|wiedereroffnet|reabierto|rouvert", "reopened", "status", "inbound", "customer", "reopened"),
    ("escalated|escalation|eskaliert|escalado|escalade", "escalated", "status", "internal", "agent", None),
    ("assigned|zugewiesen|asignado|assigne", "assigned", "status", "internal", "agent", None),
    ("resolved|solved|resolution|gelost|geloest|resuelto|resolu", "resolved", "status", "internal", "agent", "resolved"),
    ("closed|geschlossen|cerrado|cierre|ferme|cloture", "closed", "status", "internal", "agent", "closed"),
    ("rated|rating|csat|survey|surveyed|bewertet|valorado", "rating", "rating", "inbound", "customer", None),
    ("opened|created|createdate|creation|submitted|reported|erstellt|eroffnet|geoffnet|eingegangen|eingang|abierto|apertura|creado|ouvert|cree",
     "opened", "message", "inbound", "customer", None),
)  # fmt: skip

#: Direction words of other languages; those in English are intake's own.
DIRECTIONS_ABROAD = {
    "eingehend": "inbound", "eingang": "inbound", "ein": "inbound", "entrante": "inbound", "entrant": "inbound",
    "ausgehend": "outbound", "ausgang": "outbound", "aus": "outbound", "saliente": "outbound", "sortant": "outbound",
}  # fmt: skip
PARTIES_ABROAD = {
    "kunde": "customer", "kundin": "customer", "cliente": "customer", "mitarbeiter": "agent", "agente": "agent",
    "conseiller": "agent", "usuario": "customer",
}  # fmt: skip
OUTCOMES_ABROAD = {
    "gelost": "resolved", "geloest": "resolved", "erledigt": "resolved", "geschlossen": "closed", "resuelto": "resolved",
    "cerrado": "closed", "resolu": "resolved", "ferme": "closed", "abgeschlossen": "closed", "cloture": "closed",
    "wiedereroffnet": "reopened", "wiedereroeffnet": "reopened", "reabierto": "reopened", "rouvert": "reopened",
    "aufgelegt": "abandoned", "abgebrochen": "abandoned", "verpasst": "abandoned", "nicht erreicht": "abandoned",
    "abandonado": "abandoned", "perdida": "abandoned", "abandonne": "abandoned", "manque": "abandoned",
}  # fmt: skip
CHANNELS_ABROAD = {
    "anruf": "phone", "telefon": "phone", "telefonisch": "phone", "hotline": "phone", "telefono": "phone", "llamada": "phone",
    "telephone": "phone", "appel": "phone", "correo": "email", "correo electronico": "email", "courriel": "email",
    "brief": "post", "filiale": "in_person", "laden": "in_person", "tienda": "in_person", "agence": "in_person",
    "webseite": "web", "internet": "web", "formular": "web", "kontaktformular": "web", "formulario": "web",
    "soziale medien": "social", "redes sociales": "social", "carta": "post", "courrier": "post",
}  # fmt: skip
#: Words in a file's or its columns' names that tell the channel of all its rows.
CHANNEL_HINTS: tuple[tuple[str, str], ...] = (
    ("tweet twitter twcs instagram facebook reddit social", "social"),
    ("whatsapp", "whatsapp"),
    ("sms texts", "sms"),
    ("call calls phone telephony voice anruf anrufe llamadas appels ivr", "phone"),
    ("chatbot bot", "chatbot"),
    ("chat chats livechat conversation conversations", "chat"),
    ("email emails mail mails correos", "email"),
    ("survey surveys nps csat feedback umfrage encuesta", "survey"),
    ("order orders checkout bestellung bestellungen pedidos commandes", "order"),
    ("pageview pageviews web clickstream visits sessions page url", "web"),
)
NETWORKS = (
    ("tweet", "twitter"),
    ("twitter", "twitter"),
    ("twcs", "twitter"),
    ("instagram", "instagram"),
    ("facebook", "facebook"),
    ("reddit", "reddit"),
)
MISSING_MARKS = ("NULL", "null", "None", "NaN", "nan", "N/A", "n/a", "NA", "?", "-", "(null)", "#N/A")


def names_of(field: str) -> tuple[str, ...]:
    """Return the names of a field as texts of plain words, the most telling first."""
    return tuple(name.strip() for name in FIELD_NAMES[field].split(";"))
