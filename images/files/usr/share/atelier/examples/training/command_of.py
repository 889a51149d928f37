"""Prints the command of a job file with its inputs filled in: command_of.py job.yml. Inputs must be plain values."""

import sys

import yaml
from azure.ai.ml import load_job

file = sys.argv[1]
# The same reading and judging as `az ml job create`; it keeps inputs as references, so their values come from the text.
command = load_job(file).command
with open(file, encoding="utf-8") as text:
    inputs = yaml.safe_load(text).get("inputs", {})
for name, value in inputs.items():
    if isinstance(value, dict):
        sys.exit(f"{file}: input '{name}' is no plain value; run such a job on a cluster, or name a local path in its place")
    command = command.replace(f"${{{{inputs.{name}}}}}", str(value))
print(command)
