"""The message kit on its sheet: without JavaScript, messages with blanks to fill in by hand."""

from __future__ import annotations

from pathlib import Path

from selectolax.lexbor import LexborHTMLParser


def test_the_sheet_can_be_filled_in_by_hand(tools_folder: Path) -> None:
    html = (tools_folder / "tools/invitations/index.html").read_text(encoding="utf-8")
    sheet = LexborHTMLParser(html).css_first("[data-rc-tool]")
    assert sheet is not None
    invitation = sheet.css_first("[data-rc-message=invitation]")
    assert invitation is not None
    plain = [part.text() for part in invitation.css("[data-rc-plain] p")]
    assert plain == [
        "Come on Day <1>",
        "Dear colleagues & friends,",
        "We meet on Day <1>, here: Place.",
        "To read: Something to read",
    ]
    blanks = [blank.text() for blank in invitation.css(".rc-kit__blank")]
    assert blanks == ["Day <1>", "Day <1>", "Place", "Something to read"]
    about = [part.text() for part in sheet.css(".rc-kit__blanks .rc-field__about")]
    assert about == [
        "In the message: “See you: …”",
        "A quiet week. In the message: “Come on …”",
    ]
    needs = "What each message needs: Invitation (2 blanks), Reminder (2 blanks)."
    assert needs in sheet.text()
    edit = invitation.css_first("[data-rc-edit]")
    assert edit is not None
    assert "hidden" in edit.attributes, "it needs JavaScript"
    addresses = {
        radio.attributes["value"]: radio.attributes["data-rc-address"]
        for radio in sheet.css("input[type=radio]")
    }
    assert addresses["unlocated"] == "", "its page here is sent"
    assert str(addresses["zebra"]).startswith("https://")
