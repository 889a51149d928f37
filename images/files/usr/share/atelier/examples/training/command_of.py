"""Prints the command of a job file with its inputs filled in, as Azure Machine Learning reads it: command_of.py job.yml."""

import sys

from azure.ai.ml import load_job

job = load_job(sys.argv[1])
command = job.command
for name, value in job.inputs.items():
    command = command.replace(f"${{{{inputs.{name}}}}}", str(value))
print(command)
