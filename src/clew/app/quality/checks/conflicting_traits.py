"""One customer, two names or birth dates: either a source is stale, or two people were taken for one."""

from __future__ import annotations

from clew.app.quality.check import Bounds, Effect, QualityCheck

#: What columns are called, once ``property_`` and all but letters are gone.
_WORDS = """
VALUES ('given_name', ['firstname', 'givenname', 'forename', 'vorname', 'prenom']),
  ('family_name', ['lastname', 'familyname', 'surname', 'nachname']),
  ('name', ['name', 'fullname', 'displayname', 'customername', 'contactname']),
  ('birth_date', ['birthdate', 'dateofbirth', 'birthday', 'dob', 'geburtsdatum']),
  ('postcode', ['zip', 'zipcode', 'postcode', 'postalcode', 'plz', 'mailingpostalcode', 'billingpostalcode']),
  ('country', ['country', 'countrycode', 'land', 'mailingcountry', 'billingcountry']),
  ('language', ['language', 'locale', 'lang', 'preferredlanguage', 'hslanguage', 'sprache'])
"""

#: Given and family name make a name. What can't be compared is left out: dates that aren't ISO, names of one word; countries
#: told by a code aren't compared with those told by a word.
_QUERY = f"""
WITH words AS (SELECT trait, unnest(words) AS word FROM ({_WORDS}) AS _(trait, words)),
people AS (
  SELECT record_id, source, entity, received_us, identifiers, '' AS inside, raw AS told FROM records
  WHERE len(identifiers) > 0 AND json_valid(raw)
  UNION ALL
  SELECT record_id, source, entity, received_us, identifiers, 'traits', json_extract_string(raw, '$.traits') FROM records
  WHERE len(identifiers) > 0 AND json_valid(raw) AND json_valid(json_extract_string(raw, '$.traits'))
), keys AS (
  SELECT DISTINCT source, entity, inside, unnest(json_keys(told)) AS key FROM people WHERE json_type(told) = 'OBJECT'
), paths AS (
  SELECT source, entity, inside, trait, '$."' || key || '"' AS path FROM keys JOIN words
    ON word = regexp_replace(regexp_replace(lower(key), '^property_', ''), '[^a-z]', '', 'g') AND NOT regexp_matches(key, '["\\*]')
), named AS (
  SELECT record_id, source, received_us, identifiers, trait, trim(any_value(value)) AS value FROM (
    SELECT record_id, source, received_us, identifiers, trait, json_extract_string(told, path) AS value
    FROM people JOIN paths USING (source, entity, inside)
  ) WHERE trim(value) <> '' GROUP BY ALL
), whole AS (
  SELECT * FROM named WHERE trait NOT IN ('given_name', 'family_name')
  UNION ALL
  SELECT given.record_id, given.source, given.received_us, given.identifiers, 'name', given.value || ' ' || family.value
  FROM named AS given JOIN named AS family USING (record_id)
  WHERE given.trait = 'given_name' AND family.trait = 'family_name'
), alike AS (
  SELECT record_id, source, received_us, identifiers[1] AS identifier, trait, CASE trait
    WHEN 'name' THEN CASE WHEN contains(value, ' ') THEN
      array_to_string(list_sort(string_split_regex(trim(regexp_replace(lower(strip_accents(value)), '[\\s.,''-]+', ' ', 'g')), ' ')), ' ') END
    WHEN 'birth_date' THEN regexp_extract(value, '^\\d{{4}}-\\d\\d-\\d\\d')
    WHEN 'postcode' THEN ltrim(regexp_replace(lower(split_part(value, '-', 1)), '\\s', '', 'g'), '0')
    WHEN 'language' THEN left(lower(value), 2)
    ELSE lower(strip_accents(value)) END AS value
  FROM whole
), owned AS (
  SELECT record_id, source, received_us, trait, value, customer_id,
    CASE WHEN trait = 'country' THEN length(value) <= 3 ELSE false END AS is_code
  FROM alike JOIN customers USING (identifier) WHERE value <> ''
), judged AS (
  SELECT customer_id, trait, is_code, count(DISTINCT value) > 1 AS conflict,
    array_to_string(list_sort(list_distinct(list(source))), ' and ') AS sources
  FROM owned GROUP BY ALL HAVING count(DISTINCT record_id) > 1
)
SELECT source, trait AS part, max(received_us) AS at_us, bool_or(conflict)::INT AS n, 1 AS "of", min(record_id) AS example,
  any_value(sources) AS detail
FROM owned JOIN judged USING (customer_id, trait, is_code) GROUP BY source, trait, customer_id
"""

CHECK = QualityCheck(
    name="conflicting_traits",
    title="conflicting traits",
    question="Do records of one customer tell different names, birth dates, postcodes, countries or languages?",
    why="A nickname or a move is harmless; two birth dates are two people under one name.",
    unit="customers",
    bounds=Bounds(note=0.0, warn=0.05, bad=0.25),
    says="{n} of {of} customers that more than one record tells the {part} of ({share}) have different ones (records of {detail}).",
    affects=(
        Effect("customers", "too few where two people were taken for one"),
        Effect("contacts_per_journey", "too high there, as two people's contacts are one journey"),
        Effect("no_repeat_within_7d", "too low there"),
    ),
    remedy="Look at the examples; part people with 'clew customers decide A B different', and mend the staler source.",
    query=_QUERY,
)
