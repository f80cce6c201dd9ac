"""When something was handed in to Moodle: its download does not say, its grading worksheet does.

The worksheet is the file that "Download grading worksheet" gives for an assignment with the feedback
type "Offline grading worksheet": columns Identifier ("Participant 99", the number in the names of the
download), Status, Last modified (submission) and others (MoodleDocs, "Assignment settings").
"""

import re

from course.grading.export import NoTemplate, read_sheet
from course.grading.layouts import read_time

WHO, WHEN = "Identifier", "Last modified (submission)"
NEVER = ("", "-")  # what Moodle writes where nothing was handed in


def times(data):
    """({participant's number: datetime without a zone}, sentences) of a worksheet as bytes.

    Raises NoTemplate where the columns are missing.
    """
    sheet = read_sheet(data)
    head = [name.strip() for name in sheet.rows[0]] if sheet.rows else []
    if not {WHO, WHEN} <= set(head):
        raise NoTemplate(
            f"the worksheet has no columns '{WHO}' and '{WHEN}'. In Moodle, with English as your"
            " language: the assignment, View all submissions, Download grading worksheet."
        )
    found, said = {}, list(sheet.said)
    for row in sheet.rows[1:]:
        about = dict(zip(head, row, strict=False))
        number = re.search(r"(\d+)\s*$", about.get(WHO, ""))
        text = about.get(WHEN, "").strip()
        if number is None or text in NEVER:
            continue
        if time := read_time(text):
            found[number[1]] = time
        else:
            said.append(f"'{text}' of {about[WHO]} is no time that can be read.")
    return found, said
