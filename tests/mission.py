"""The mission's document, where it is at hand: does its record hold what a careful reader finds?

The facts below are ours, in codes only (no word of the text): one entry a line of the hand reading. A fact is
met when a record fits every part of it; `never` lists what no record may be.
"""

KG, UG, JG = ("KOR", "GOV"), ("USA", "GOV"), ("JPN", "GOV")


def parties(entities):
    return {(e["country"], e["sector"]) for e in entities}


def names(entities):
    return {e["name"] for e in entities}


def event(sentence, types, actors, recipients=None, **more):
    return dict(kind="event", sentence=sentence, types=types, actors=set(actors), recipients=recipients, **more)


def stance(sentence, stances, actors):
    return dict(kind="position", sentence=sentence, stances=stances, actors=set(actors))


D25, D26 = "2022-05-25", "2022-05-26"
PARK, BLINKEN, LEE, AUSTIN = "Park Jin", "Antony Blinken", "Lee Jong-sup", "Lloyd Austin"

FACTS = {
    "E1": [event(1, ["CONSULT"], [KG, UG], dates=[D25], realis="actual")],
    "E2": [event(4, ["CONSULT"], [KG, UG], names={PARK, BLINKEN}, mode="phone", dates=[D25], realis="actual")],
    "E3": [event(4, ["ACCUSE"], [KG], ["PRK"], names={PARK}, mode="disapprove", dates=[D25], realis="actual")],
    "E4": [event(5, ["ACCUSE"], [KG, UG], ["PRK"], names={PARK, BLINKEN}, dates=[D25], realis="actual")],
    "E5": [event(7, ["CONSULT"], [KG, JG], realis="actual")],
    "E6": [event(7, ["CONSULT"], [UG, JG], realis="actual")],
    "E7": [event(8, ["CONSULT"], [KG, UG], names={LEE, AUSTIN}, mode="phone", dates=[D25], realis="actual")],
    "E8": [event(11, ["ACCUSE"], [UG], ["PRK"], mode="disapprove", dates=[D25, D26], realis="actual")],
    "E9": [event(12, ["SUPPORT"], [("USA", None)]), event(12, ["SUPPORT"], [UG]),
           stance(12, ["for"], [("USA", None)]), stance(12, ["for"], [UG])],
    "B1": [event(4, ["MOBILIZE"], [("PRK", None)], mode="weapons")],
    "C1": [event(1, ["AGREE"], [KG, UG], [], dates=[D25], content=(None, "planned"))],
    "C2": [event(6, ["AGREE"], [KG, UG], [], dates=[D25], due=True)],
    "C3": [event(9, ["AGREE"], [KG, UG], [], cameo=["0312"], content=(None, "planned"))],
    "C4": [event(9, ["AGREE"], [KG, UG], [], content=(None, "conditional"))],
    "D1": [event(10, ["REQUEST"], [KG], names={LEE}, mode="assist", realis="actual")],
    "D2": [event(10, ["REQUEST"], [KG], names={LEE}, mode="meet", content=("CONSULT", "demanded"))],
    "P1": [stance(2, ["held"], [UG])],
    "P2": [stance(7, ["held"], [KG, UG])],
    "P3": [stance(11, ["held"], [UG])],
    "P4": [stance(12, ["separate"], [UG]), stance(12, ["separate"], [("USA", None)])],
    "P5": [stance(13, ["separate"], [KG])],
}


def fits(record, fact):
    if record["kind"] != fact["kind"] or record["sentence"] != fact["sentence"]:
        return False
    if parties(record["actor"]) != fact["actors"]:
        return False
    if fact["kind"] == "position":
        return record["stance"] in fact["stances"]
    content = [(c["type"], c["realis"]) for c in record["content"]]
    due = [c for c in record["content"] + [record] if c.get("due")]
    return (record["type"] in fact["types"]
            and (fact["recipients"] is None or sorted(e["country"] for e in record["recipient"]) == fact["recipients"])
            and fact.get("names", set()) <= names(record["actor"])
            and fact.get("mode") in [None] + record["mode"]
            and record["date"] in fact.get("dates", [record["date"]])
            and record["realis"] == fact.get("realis", record["realis"])
            and record["cameo"] in fact.get("cameo", [record["cameo"]])
            and fact.get("content") in [None] + content
            and (not fact.get("due") or due))


def wrong(record):
    """Why a record must not be there, or None."""
    if record["kind"] != "event":
        return None
    who, whom = {e["country"] for e in record["actor"]}, {e["country"] for e in record["recipient"]}
    kind, real = record["type"], record["realis"]
    if "JPN" in who and "PRK" in whom:
        return "an act by Japan towards North Korea"
    if kind in ("AID", "SANCTION") and real == "actual":
        return f"an {kind} that did not happen"
    if kind == "ASSAULT" or (kind == "THREATEN" and "PRK" in who) or (kind == "REJECT" and "PRK" in who):
        return f"{kind} that nobody reports"
    if "IGO" in who:
        return "the United Nations as an actor"
    if any(e["sector"] == "JRN" for e in record["actor"]):
        return "a voice of the station as an actor"
    if kind == "CONSULT" and record["sentence"] == 10:
        return "talks that are only asked for"
    return None


def lines_met(records):
    return {name for name, ways in FACTS.items() if any(fits(r, way) for r in records for way in ways)}
