"""What a managed online endpoint runs: init once, run per request. AZUREML_MODEL_DIR is the folder of the model."""

import json
import os
import pickle

model = None


def init() -> None:
    global model
    with open(os.path.join(os.environ["AZUREML_MODEL_DIR"], "model.pkl"), "rb") as file:
        model = pickle.load(file)


def run(raw: str) -> list:
    return model.predict(json.loads(raw)["rows"]).tolist()
