"""Scripts are sent with what they import, and what they say stays the same."""

import pytest

from timeline.serving.joined_modules import joined

MODULES = {
    "days": "const start = 1;\nexport function day(number) {\n  return start + number;\n}\n",
    "weeks": 'import { day as nth } from "./days.js";\nconst start = 7;\nexport const week = (n) => nth(n * start);\n',
    "one": 'import * as other from "./other.js";\nexport const one = () => other;\n',
    "other": 'import { one } from "./one.js";\nexport const two = one;\n',
    "late": 'export const late = () => import("./days.js");\n',
}


def test_a_module_stands_once_and_before_those_that_import_it():
    script = 'import { week } from "./weeks.js";\nimport { day } from "./days.0123456789ab.js";\nday(week);\n'
    text = joined(script, MODULES.__getitem__)

    assert text.count("const $days = ") == 1
    assert text.index("const $days = ") < text.index("const { day: nth } = $days;") < text.index("day(week);")
    assert "return { week };" in text
    assert "import" not in text


def test_names_of_one_module_do_not_meet_those_of_another():
    text = joined('import { week } from "./weeks.js";\n', MODULES.__getitem__)
    assert text.count("(() => {") == text.count("})();") == 2
    assert text.endswith("const { week } = $weeks;\n")


def test_what_is_imported_later_stays_a_file_of_its_own():
    script = 'import { day } from "./days.js";\nimport("./late.js");\n'
    assert joined(script, MODULES.__getitem__).endswith('import("./late.js");\n')


@pytest.mark.parametrize("name", ["one", "late"], ids=["a circle", "a late import within a module"])
def test_what_cannot_be_joined_is_refused(name):
    with pytest.raises(ValueError, match=r"each other|cannot be joined"):
        joined(f'import {{ {name} }} from "./{name}.js";\n', MODULES.__getitem__)
