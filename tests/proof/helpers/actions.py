"""Reads the calendar named on the command line with python-icalendar; prints what it holds as JSON, null without that library."""
import json
import sys

try:
    import icalendar
except ImportError:
    print('null')
    sys.exit()

with open(sys.argv[1], 'rb') as file:
    calendar = icalendar.Calendar.from_ical(file.read())


def day(component, name):
    return component.decoded(name).isoformat() if name in component else None


def told(component, name, key):
    assert not component.errors, component.errors
    return {'summary': str(component['summary']), key: day(component, name), 'stamp': day(component, 'dtstamp')}


print(json.dumps({
    'todos': [told(each, 'due', 'due') for each in calendar.walk('VTODO')],
    'events': [told(each, 'dtstart', 'start') for each in calendar.walk('VEVENT')],
}))
