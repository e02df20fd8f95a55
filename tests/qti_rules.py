"""The rules of QTI 1.2.1 that surveys must keep, as learning platforms check them."""

from __future__ import annotations

from lxml import etree

QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


def faults_of_qti(survey: etree._Element, *, rubric: bool = True) -> list[str]:
    """What in a survey is against QTI 1.2.1 as learning platforms take it.

    The rules are those of the IMS Common Cartridge 1.1 profile of QTI ASI 1.2.1: its schema
    (ccv1p1_qtiasiv1p2p1_v1p0.xsd, named by type) and the rule sets of its Schematron.
    """
    faults = []

    def hold(clause: str, *, holds: bool) -> None:
        if not holds:
            faults.append(clause)

    def names(element: etree._Element) -> list[str]:
        return [etree.QName(child).localname for child in element]

    (assessment,) = survey
    hold("Questestinterop.Type: one assessment", holds=names(survey) == ["assessment"])
    hold(
        "Assessment.Type: qtimetadata, rubric?, one section",
        holds=names(assessment) == ["qtimetadata", *(["rubric"] if rubric else []), "section"],
    )
    section = assessment[-1]
    hold("Section.Type: items and nothing else", holds=set(names(section)) == {"item"})
    every = [str(e.get("ident")) for e in survey.iter() if e.get("ident")]
    hold("ident: each stands once", holds=len(every) == len(set(every)))
    for item in section:
        hold("Item.Type", holds=names(item) == ["itemmetadata", "presentation"])
        entries = {field[0].text: field[1].text for field in item.iter(f"{QTI}qtimetadatafield")}
        profile = str(entries.get("cc_profile"))
        (presentation,) = item.iter(f"{QTI}presentation")
        hold("Presentation.Type", holds=names(presentation)[0] == "material")
        (response,) = presentation[1:]
        kind, labels = etree.QName(response).localname, list(item.iter(f"{QTI}response_label"))
        many = response.get("rcardinality")
        hold("rcardinality", holds=many in ("Single", "Multiple"))
        if profile == "cc.essay.v0p1":
            hold("rule set 8: an essay has response_str", holds=kind == "response_str")
            hold("Response_str.Type", holds=names(response) == ["render_fib"])
        elif profile == "cc.multiple_response.v0p1":
            hold("rule 5(a)", holds=many == "Multiple")
            hold("rule 5(b)", holds=kind == "response_lid")
            hold("rule 5(d): two labels or more", holds=len(labels) >= 2)
        elif profile == "cc.multiple_choice.v0p1":
            hold("rule 4(a)", holds=many == "Single")
            hold("rule 4(b)", holds=kind == "response_lid")
            hold("rule 4(d): three labels or more", holds=len(labels) >= 3)
        else:
            hold("rule 2(b): a known profile", holds=profile == "cc.true_false.v0p1")
            hold("rule 3(a)", holds=many == "Single")
            hold("rule 3(d): two labels", holds=len(labels) == 2)
    return faults
