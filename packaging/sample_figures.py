"""The invented bodies of the sample set and their figures, all of which balance."""

from __future__ import annotations

from sample_draft import Draft, applications, blocks, restated, review_litigation


def _draft(
    name: str, text: str, standard: str, cells: dict[str, str | int | float], words: dict[str, str]
) -> Draft:
    known = {key: str(value) for key, value in cells.items()}
    return Draft(name, standard, blocks(text, restated(known) | words), known)


def _shares(published: tuple[int, int, int], explained: tuple[int, int, int]) -> dict[str, str]:
    web, wechat, gazette = published
    text, chart, video = explained
    figures = {"published": sum(published), "web": web, "wechat": wechat, "gazette": gazette}
    figures |= {"explained": sum(explained), "explained_text": text}
    figures |= {"explained_chart": chart, "explained_video": video}
    return {key: str(value) for key, value in figures.items()}


def _disclosure_2021(made: int, abolished: int, in_force: int, **other: float) -> dict[str, int | float]:
    cells: dict[str, int | float] = dict.fromkeys(("rules.made", "rules.abolished", "rules.in_force"), 0)
    cells |= {"normative.made": made, "normative.abolished": abolished, "normative.in_force": in_force}
    cells |= {f"{row}.decisions": other[row] for row in ("licensing", "penalty", "coercion")}
    return {f"disclosure/{key}": value for key, value in (cells | {"fees.amount": other["fees"]}).items()}


def _disclosure_2019(rows: dict[str, list[int | float | str]]) -> dict[str, int | float | str]:
    columns: dict[str, tuple[str, ...]] = {"rules": ("made", "published", "total")}
    columns |= {"normative": columns["rules"], "procurement": ("items", "amount")}
    columns |= {"fees": ("last_year", "change")}
    usual = ("last_year", "change", "decisions")
    return {
        f"disclosure/{row}.{column}": value
        for row, values in rows.items()
        for column, value in zip(columns.get(row, usual), values, strict=True)
    }


def _rules_2021(made: int, abolished: int, in_force: int) -> dict[str, str]:
    return {"made": str(made), "abolished": str(abolished), "in_force": str(in_force)}


def bureau_good(name: str) -> Draft:
    cells = applications(
        "2021",
        {
            "granted": [31, 2, 0, 1, 0, 0],
            "partial": [7, 0, 0, 0, 1, 0],
            "denied_third_party": [2, 1, 0, 0, 0, 0],
            "denied_internal": [1, 0, 0, 0, 0, 0],
            "denied_process": [3, 0, 0, 0, 1, 0],
            "denied_inquiry": [1, 0, 0, 0, 0, 0],
            "unable_not_held": [12, 1, 0, 0, 1, 0],
            "unable_to_create": [3, 0, 0, 0, 0, 0],
            "unable_unclear": [2, 0, 0, 0, 0, 0],
            "refused_petition": [5, 0, 0, 0, 0, 0],
            "refused_repeat": [2, 0, 0, 0, 0, 0],
            "refused_reissue": [1, 0, 0, 0, 0, 0],
            "other_uncorrected": [3, 0, 0, 0, 0, 0],
            "other_other": [4, 1, 0, 0, 0, 0],
            "carried_in": [4, 0, 0, 0, 1, 0],
            "carried_out": [3, 1, 0, 0, 0, 0],
        },
    )
    cells |= review_litigation(
        {"review": [2, 1, 0, 1], "suit": [1, 0, 0, 1], "suit_after_review": [1, 0, 0, 0]}
    )
    cells |= _disclosure_2021(3, 1, 21, licensing=1286, penalty=4, coercion=0, fees=318.62)
    words = {"authority": "云州市教育局", "city": "云州市", "mark": "云", "site": "yunzhou.example"}
    words |= {"address": "云州市文澜路88号", "postcode": "990012", "phone": "0900-5550126"}
    words |= {"year": "2024", "next": "2025", "day": "20", "notice": "17", "visits": "362"}
    words |= {"staff": "2", "training": "3"} | _rules_2021(3, 1, 21)
    return _draft(name, "department_2021", "2021", cells, words | _shares((1846, 1093, 12), (9, 14, 6)))


def bureau_spoilt(name: str) -> Draft:
    cells = applications(
        "2021",
        {
            "granted": [47, 3, 1, 0, 2, 0],
            "partial": [12, 1, 0, 0, 0, 0],
            "denied_third_party": [4, 0, 0, 0, 1, 0],
            "denied_internal": [2, 0, 0, 0, 0, 0],
            "denied_process": [5, 1, 0, 0, 0, 0],
            "denied_enforcement": [1, 0, 0, 0, 0, 0],
            "unable_not_held": [19, 2, 0, 0, 1, 1],
            "unable_to_create": [4, 0, 0, 0, 0, 0],
            "unable_unclear": [3, 0, 0, 0, 0, 0],
            "refused_petition": [8, 0, 0, 0, 0, 0],
            "refused_excessive": [2, 0, 0, 0, 0, 0],
            "other_uncorrected": [5, 0, 0, 0, 0, 0],
            "other_other": [6, 1, 0, 0, 0, 0],
            "carried_in": [6, 1, 0, 0, 0, 0],
            "carried_out": [4, 0, 0, 0, 1, 0],
        },
    )
    cells |= review_litigation(
        {"review": [3, 0, 1, 1], "suit": [2, 0, 0, 0], "suit_after_review": [1, 0, 0, 1]}
    )
    cells |= _disclosure_2021(5, 2, 34, licensing=2075, penalty=12, coercion=0, fees=402.7)
    words = {"authority": "岚溪市教育局", "city": "岚溪市", "mark": "岚", "site": "lanxi-city.example"}
    words |= {"address": "岚溪市书院街16号", "postcode": "990035", "phone": "0901-5550172"}
    words |= {"year": "2024", "next": "2025", "day": "22", "notice": "23", "visits": "518"}
    words |= {"staff": "3", "training": "4"} | _rules_2021(5, 2, 34)
    return _draft(name, "department_2021", "2021", cells, words | _shares((2310, 1427, 24), (12, 17, 8)))


def county_good(name: str) -> Draft:
    cells = applications(
        "2021",
        {
            "granted": [146, 11, 0, 2, 3, 1],
            "partial": [38, 4, 0, 0, 1, 0],
            "denied_secret": [1, 0, 0, 0, 0, 0],
            "denied_law": [2, 0, 0, 0, 0, 0],
            "denied_third_party": [6, 1, 0, 0, 0, 0],
            "denied_internal": [5, 0, 0, 0, 0, 0],
            "denied_process": [9, 1, 0, 0, 1, 0],
            "denied_enforcement": [7, 2, 0, 0, 0, 0],
            "denied_inquiry": [13, 0, 0, 0, 0, 0],
            "unable_not_held": [97, 6, 1, 0, 2, 0],
            "unable_to_create": [11, 1, 0, 0, 0, 0],
            "unable_unclear": [8, 0, 0, 0, 0, 0],
            "refused_petition": [21, 0, 0, 0, 0, 0],
            "refused_repeat": [15, 1, 0, 0, 0, 0],
            "refused_excessive": [4, 0, 0, 0, 0, 0],
            "refused_reissue": [3, 0, 0, 0, 0, 0],
            "other_uncorrected": [18, 0, 0, 0, 1, 0],
            "other_other": [26, 2, 0, 0, 0, 0],
            "carried_in": [17, 2, 0, 0, 1, 0],
            "carried_out": [22, 1, 0, 0, 0, 0],
        },
    )
    cells |= review_litigation(
        {"review": [11, 4, 3, 2], "suit": [5, 1, 1, 2], "suit_after_review": [3, 0, 1, 1]}
    )
    cells |= _disclosure_2021(14, 6, 97, licensing=48213, penalty=3652, coercion=418, fees=2736.45)
    words = {"authority": "望川县人民政府", "site": "wangchuan.example", "address": "望川县兴业大道1号"}
    words |= {"postcode": "990210", "phone": "0902-5550108", "year": "2024", "next": "2025", "day": "18"}
    words |= {"hearings": "9", "briefings": "7", "issues": "6", "training": "5", "excellent": "12"}
    words |= {"advice": "43", "units": "38"} | _rules_2021(14, 6, 97)
    return _draft(name, "government_2021", "2021", cells, words | _shares((23518, 11906, 164), (46, 58, 21)))


def county_spoilt(name: str) -> Draft:
    cells = applications(
        "2021",
        {
            "granted": [88, 7, 0, 1, 4, 0],
            "partial": [23, 2, 0, 0, 0, 0],
            "denied_law": [1, 0, 0, 0, 0, 0],
            "denied_third_party": [5, 0, 0, 0, 2, 0],
            "denied_internal": [3, 0, 0, 0, 0, 0],
            "denied_process": [6, 0, 0, 0, 0, 0],
            "denied_enforcement": [4, 1, 0, 0, 0, 0],
            "denied_inquiry": [9, 0, 0, 0, 0, 0],
            "unable_not_held": [64, 3, 0, 0, 5, 0],
            "unable_to_create": [7, 0, 0, 0, 0, 0],
            "unable_unclear": [5, 1, 0, 0, 0, 0],
            "refused_petition": [13, 0, 0, 0, 0, 0],
            "refused_repeat": [6, 0, 0, 0, 0, 0],
            "refused_reissue": [2, 0, 0, 0, 0, 0],
            "other_uncorrected": [10, 0, 0, 0, 0, 0],
            "other_other": [15, 1, 0, 0, 0, 1],
            "carried_in": [12, 1, 0, 0, 3, 0],
            "carried_out": [16, 2, 0, 0, 1, 0],
        },
    )
    cells |= review_litigation(
        {"review": [7, 2, 1, 3], "suit": [4, 0, 1, 1], "suit_after_review": [2, 0, 3, 1]}
    )
    cells |= _disclosure_2021(8, 3, 61, licensing=27364, penalty=1985, coercion=206, fees=1548.9)
    words = {"authority": "禾阳县人民政府", "site": "heyang-county.example", "address": "禾阳县人民路60号"}
    words |= {"postcode": "990320", "phone": "0903-5550151", "year": "2024", "next": "2025", "day": "21"}
    words |= {"hearings": "6", "briefings": "4", "issues": "4", "training": "3", "excellent": "9"}
    words |= {"advice": "27", "units": "31"} | _rules_2021(8, 3, 61)
    return _draft(name, "government_2021", "2021", cells, words | _shares((14236, 8174, 95), (31, 40, 13)))


def trial_good(name: str) -> Draft:
    cells = applications(
        "2019",
        {
            "granted": [14, 1, 0, 0, 0, 0],
            "partial": [3, 0, 0, 0, 1, 0],
            "denied_third_party": [2, 0, 0, 0, 0, 0],
            "denied_process": [1, 0, 0, 0, 0, 0],
            "unable_not_held": [6, 1, 0, 0, 0, 0],
            "unable_to_create": [2, 0, 0, 0, 0, 0],
            "refused_petition": [3, 0, 0, 0, 0, 0],
            "refused_repeat": [1, 0, 0, 0, 0, 0],
            "other": [4, 0, 0, 0, 0, 0],
            "carried_in": [2, 0, 0, 0, 0, 0],
            "carried_out": [1, 0, 0, 0, 1, 0],
        },
    )
    cells |= review_litigation(
        {"review": [1, 0, 0, 1], "suit": [1, 0, 0, 0], "suit_after_review": [0, 0, 0, 0]}
    )
    cells |= _disclosure_2019(
        {
            "rules": [0, 0, 0],
            "normative": [4, 3, 26],
            "licensing": [8, "-1", 673],
            "other_services": [11, "+2", 945],
            "penalty": [17, "0", 2],
            "coercion": [0, "0", 0],
            "fees": [3, "-1"],
            "procurement": [13, "1164.2835"],
        }
    )
    words = {"authority": "云州市教育局", "city": "云州市", "site": "yunzhou.example", "year": "2020"}
    words |= {"address": "云州市文澜路88号", "postcode": "990012", "phone": "0900-5550126", "next": "2021"}
    words |= {"day": "19", "staff": "4", "training": "2", "made": "4", "published_docs": "3"}
    words |= {"in_force": "26", "licensing": "673", "penalty": "2", "items": "13", "amount": "1164.2835"}
    return _draft(name, "department_2019", "2019", cells, words | _shares((1275, 864, 402), (7, 8, 3)))


def trial_spoilt(name: str) -> Draft:
    cells = applications(
        "2019",
        {
            "granted": [26, 2, 0, 1, 0, 0],
            "partial": [5, 0, 0, 0, 0, 0],
            "denied_law": [1, 0, 0, 0, 0, 0],
            "denied_third_party": [3, 1, 0, 0, 0, 0],
            "denied_internal": [2, 0, 0, 0, 0, 0],
            "unable_not_held": [9, 0, 0, 0, 2, 0],
            "unable_unclear": [4, 0, 0, 0, 0, 0],
            "refused_petition": [6, 0, 0, 0, 0, 0],
            "refused_reissue": [1, 0, 0, 0, 0, 0],
            "other": [7, 1, 0, 0, 0, 0],
            "carried_in": [3, 1, 0, 0, 0, 0],
            "carried_out": [5, 0, 0, 0, 0, 0],
        },
    )
    cells |= review_litigation(
        {"review": [2, 0, 1, 0], "suit": [1, 0, 0, 1], "suit_after_review": [1, 0, 0, 0]}
    )
    cells |= _disclosure_2019(
        {
            "rules": [0, 0, 0],
            "normative": [6, 5, 41],
            "licensing": [9, "+1", 812],
            "other_services": [14, "-2", 1306],
            "penalty": [17, "+1", 7],
            "coercion": [0, "0", 0],
            "fees": [4, "0"],
            "procurement": [21, "2038.556"],
        }
    )
    words = {"authority": "岚溪市教育局", "city": "岚溪市", "site": "lanxi-city.example", "year": "2020"}
    words |= {"address": "岚溪市书院街16号", "postcode": "990035", "phone": "0901-5550172", "next": "2021"}
    words |= {"day": "26", "staff": "5", "training": "3", "made": "6", "published_docs": "5"}
    words |= {"in_force": "41", "licensing": "812", "penalty": "7", "items": "21", "amount": "2038.556"}
    return _draft(name, "department_2019", "2019", cells, words | _shares((1592, 1147, 538), (9, 11, 4)))


def small_good(name: str) -> Draft:
    """A small body in whose year nothing was asked, decided or charged."""
    cells: dict[str, str | int | float] = dict(applications("2021", {}))
    cells |= review_litigation({row: [0] * 4 for row in ("review", "suit", "suit_after_review")})
    cells |= _disclosure_2021(0, 0, 2, licensing=0, penalty=0, coercion=0, fees=0)
    words = {"authority": "云州市文物局", "city": "云州市", "address": "云州市鼓楼街5号", "year": "2024"}
    words |= {"postcode": "990018", "phone": "0900-5550139", "next": "2025", "day": "15", "training": "2"}
    return _draft(name, "small_2021", "2021", cells, words | _shares((87, 41, 0), (0, 0, 0)))
