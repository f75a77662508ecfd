import json
import sys

sys.path.insert(0, "models")
import mplus
from mplus_json import read, write

for line in open("bodies.tsv", encoding="utf-8"):
    name, text = line.rstrip("\n").split("\t", 1)
    try:
        print(json.dumps(write(read(getattr(mplus, name), json.loads(text)))))
    except ValueError as fault:
        print(json.dumps(str(fault)))
