import json
import sys

sys.path.insert(0, "models")
import mplus

for line in open("bodies.tsv", encoding="utf-8"):
    name, text = line.rstrip("\n").split("\t", 1)
    print(json.dumps(getattr(mplus, name).from_dict(json.loads(text)).to_dict()))
