"""Reads the tables and review.json of the bag named on the command line with Python's own csv and json; prints what it counted."""
import csv
import json
import pathlib
import sys

bag = pathlib.Path(sys.argv[1]) / 'data'


def table(path):
    with open(bag / path, encoding='utf-8-sig', newline='') as file:
        return list(csv.DictReader(file, strict=True))


def told(path):
    with open(bag / path, encoding='utf-8') as file:
        return json.load(file)


def guarded(text):
    return "'" + text if text[:1] in ('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠') else text


def check(rows, items, columns):
    assert len(rows) == len(items), (len(rows), len(items))
    for row, item in zip(rows, items):
        assert None not in row and None not in row.values(), row
        for column, field in columns.items():
            assert row[column] == guarded(item[field] or ''), (row[column], item[field])


review = told('record/review.json')
people = {person['id']: person['name'] for person in review['record']['people']}
actions = sorted(review['record']['actions'], key=lambda action: action['number'])
feedback = told('feedback/feedback.json')['feedback']
assert {item['id'] for item in feedback} == {item['id'] for item in review['record']['feedback']}
assert len(told('action-plan/actions.json')['actions']) == len(actions)

check(table('action-plan/actions.csv'), [{**a, 'owner': people.get(a['ownerId'], '')} for a in actions],
      {'Action': 'what', 'Owner': 'owner', 'Due': 'due', 'Evidence': 'evidence'})
check(table('feedback/feedback.csv'), [{**f, 'author': people.get(f['authorId'], '')} for f in feedback],
      {'Feedback': 'text', 'Author': 'author', 'Location': 'location', 'Requested change': 'requestedChange'})

lines = [json.loads(line) for line in open(bag / 'record/log.jsonl', encoding='utf-8')]
print(f'{len(actions)} actions, {len(feedback)} feedback items, {len(people)} people, {len(lines)} log lines')
