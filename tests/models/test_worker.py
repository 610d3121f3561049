"""The worker process: what it answers, and that its answers can be read back."""

from __future__ import annotations

import io
import json

from models import worker
from models.prelabel.suggestions import SuggestedMention, SuggestedSection, SuggestedTheme, Suggestions

FOUND = Suggestions(
    sections=(
        SuggestedSection(0, 1, "article", 4, None, (SuggestedTheme("party", 0.5, ("党",)),), 0.9, "rule:headline"),
    ),
    mentions=(SuggestedMention("PER", ((2, 4), (6, 7)), 0.8, "rules", "rule:name", "李某"),),
    meta=(("title", "简报"),),
    engine="jiaozhu",
)


def test_suggestions_come_back_from_json_as_they_were():
    assert worker.from_json(json.loads(json.dumps(worker.to_json(FOUND)))) == FOUND


def test_words_are_ranges_of_the_text_without_white_space():
    text = "区委组织部 召开会议"
    found = worker.words(text)
    assert "".join(text[a:b] for a, b in found) == text.replace(" ", "")


def test_every_request_is_answered_in_its_order_and_by_its_number():
    jobs = (
        '{"job": 7, "do": "words", "texts": ["社区"]}',
        "",
        '{"job": 8, "do": "unknown"}',
        '{"job": 9, "do": "words", "texts": []}',
    )
    requests = io.StringIO("\n".join(jobs) + "\n")
    answers = io.StringIO()
    worker.serve(requests, answers)
    rows = [json.loads(line) for line in answers.getvalue().splitlines()]
    assert [row["job"] for row in rows] == [7, 8, 9]
    assert rows[0]["answer"] == [[[0, 2]]]
    assert "unknown" in rows[1]["error"]
    assert rows[2]["answer"] == []


def test_a_long_job_says_how_far_it_is_before_its_answer(monkeypatch):
    def count(request, watch):
        for n in range(request["of"]):
            watch(n, request["of"])
        return "counted"

    monkeypatch.setitem(worker.JOBS, "count", count)
    answers = io.StringIO()
    worker.serve(io.StringIO('{"job": 3, "do": "count", "of": 2}\n'), answers)
    assert [json.loads(line) for line in answers.getvalue().splitlines()] == [
        {"job": 3, "done": 0, "of": 2},
        {"job": 3, "done": 1, "of": 2},
        {"job": 3, "answer": "counted"},
    ]
