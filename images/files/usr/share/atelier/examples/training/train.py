"""Trains a classifier and tracks it with MLflow; where it is tracked, the surroundings say (MLFLOW_TRACKING_URI)."""

import argparse
import shutil

import mlflow
import sklearn
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--regularization", type=float, default=1.0)
    parser.add_argument("--model", default="outputs/model", help="folder that gets the model")
    arguments = parser.parse_args()

    features, labels = load_iris(return_X_y=True)
    x_train, x_test, y_train, y_test = train_test_split(features, labels, test_size=0.3, random_state=0)
    with mlflow.start_run():
        mlflow.log_param("regularization", arguments.regularization)
        model = LogisticRegression(C=arguments.regularization, max_iter=1000).fit(x_train, y_train)
        mlflow.log_metric("accuracy", accuracy_score(y_test, model.predict(x_test)))
        shutil.rmtree(arguments.model, ignore_errors=True)
        # Named here: to find out by itself, MLflow would load the model once more in another process.
        needs = [f"mlflow=={mlflow.__version__}", f"scikit-learn=={sklearn.__version__}"]
        mlflow.sklearn.save_model(model, arguments.model, serialization_format="cloudpickle", pip_requirements=needs)


if __name__ == "__main__":
    main()
