"""Whether machine formats are what their readers take."""
import functools
import json
import os
import pathlib
import subprocess
import tempfile
import warnings
import xml.etree.ElementTree

import jsonschema

PACKAGE = "@microsoft/jest-sarif@1.0.0-beta.0"
MEMBER = "package/lib/schemas/sarif-2.1.0-rtm.5.json"


@functools.lru_cache
def sarif_schema():
    """The published schema: $FEATDEP_SARIF_SCHEMA, or out of an npm package; None when there is no network."""
    given = os.environ.get("FEATDEP_SARIF_SCHEMA")
    if given:
        return json.loads(pathlib.Path(given).read_text(encoding="utf-8"))
    kept = pathlib.Path(os.environ["FEATDEP_BUILD"]) / "tests" / "sarif-schema.json"
    if not kept.is_file():
        with tempfile.TemporaryDirectory() as folder:
            try:
                subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, timeout=60,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                archive = next(pathlib.Path(folder).glob("*.tgz"))
                content = subprocess.run(["tar", "xzOf", archive, MEMBER], check=True, stdout=subprocess.PIPE).stdout
            except (OSError, subprocess.SubprocessError, StopIteration):
                return None
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(content)
    return json.loads(kept.read_text(encoding="utf-8"))


def check_sarif(test, document):
    """By the schema, and by what code scanning asks for beyond it."""
    schema = sarif_schema()
    if schema:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            validator = jsonschema.validators.validator_for(schema)(schema)
            test.assertEqual([e.message for e in validator.iter_errors(document)], [])
    test.assertEqual(document["version"], "2.1.0")
    run, = document["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    test.assertEqual(rules, sorted(set(rules)))
    for rule in run["tool"]["driver"]["rules"]:
        test.assertTrue(rule["help"]["text"] and rule["helpUri"] and rule["shortDescription"]["text"], rule["id"])
    for result in run["results"]:
        test.assertEqual(rules[result["ruleIndex"]], result["ruleId"])
        place = result["locations"][0]["physicalLocation"]
        test.assertFalse(place["artifactLocation"]["uri"].startswith("/"))
        test.assertTrue(all(33 <= ord(c) < 127 for c in place["artifactLocation"]["uri"]))
        test.assertRegex(result["partialFingerprints"]["featdep/v1"], "^[0-9a-f]{16}$")
        for flow in result.get("codeFlows", []):
            test.assertLessEqual(len(flow["threadFlows"][0]["locations"]), 1000)
        for suppression in result.get("suppressions", []):
            test.assertTrue(suppression["justification"])
            test.assertIn(suppression["kind"], ("inSource", "external"))
    test.assertLessEqual(len(run["results"]), 5000)


# Element: the attributes it must have, those it may have, and what it may hold. What Surefire writes and the schema of
# Jenkins' xUnit plug-in allows; the root has no number of skipped tests there.
JUNIT = {
    "testsuites": (set(), {"name", "tests", "failures", "errors", "time"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors"}, {"skipped", "time"}, {"testcase"}),
    "testcase": ({"name"}, {"classname", "time"}, {"skipped", "error", "failure"}),
    "skipped": (set(), {"type", "message"}, set()),
    "error": (set(), {"type", "message"}, set()),
    "failure": (set(), {"type", "message"}, set()),
}


def check_junit_element(test, element):
    required, optional, children = JUNIT[element.tag]
    test.assertLessEqual(required, set(element.keys()), element.tag)
    test.assertLessEqual(set(element.keys()), required | optional, element.tag)
    test.assertLessEqual({child.tag for child in element}, children, element.tag)
    if element.get("time") is not None:
        test.assertRegex(element.get("time"), r"^[0-9]{1,3}(\.[0-9]*)?$")
    for child in element:
        check_junit_element(test, child)


def check_junit(test, text):
    """The form that Jenkins, GitLab and GitHub actions read; sums are those of the parts."""
    root = xml.etree.ElementTree.fromstring(text)
    test.assertEqual(root.tag, "testsuites")
    check_junit_element(test, root)
    sums = dict.fromkeys(["tests", "failures", "errors"], 0)
    tags = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    for suite in root:
        cases = list(suite)
        test.assertGreater(len(cases), 0)
        test.assertEqual(int(suite.get("tests")), len(cases))
        for key, tag in tags.items():
            test.assertEqual(int(suite.get(key)), sum(1 for case in cases for child in case if child.tag == tag), key)
        for case in cases:
            test.assertTrue(case.get("name") and case.get("classname"))
            test.assertLessEqual(len(list(case)), 1)
        names = [(case.get("classname"), case.get("name")) for case in cases]
        test.assertEqual(len(names), len(set(names)))
        for key in sums:
            sums[key] += int(suite.get(key))
    test.assertEqual(sums, {key: int(root.get(key)) for key in sums})
    return root


def check_code_quality(test, document):
    """GitLab's list of required keys."""
    fingerprints = [issue["fingerprint"] for issue in document]
    test.assertEqual(len(fingerprints), len(set(fingerprints)))
    for issue in document:
        test.assertLessEqual({"description", "check_name", "fingerprint", "severity", "location"}, set(issue))
        test.assertIn(issue["severity"], ["info", "minor", "major", "critical", "blocker"])
        test.assertFalse(issue["location"]["path"].startswith("./"))
        test.assertGreaterEqual(issue["location"]["lines"]["begin"], 1)
