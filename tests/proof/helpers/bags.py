"""`make FOLDER ALGORITHM...` makes a bag of a folder in place; `judge FOLDER...` says of each bag on a line whether it is valid."""

import logging
import sys

import bagit

logging.disable(logging.CRITICAL)


def is_valid(folder):
    try:
        bagit.Bag(folder).validate()
        return True
    except bagit.BagError:
        return False


action, *rest = sys.argv[1:]
if action == "make":
    folder, *algorithms = rest
    bagit.make_bag(folder, {"Contact-Name": "Ada"}, checksums=algorithms)
else:
    for folder in rest:
        print("valid" if is_valid(folder) else "not valid")
