load ../helpers

python=/opt/atelier/envs/base/bin/python

@test "what people import is there" {
    "$python" -c 'import Cython, IPython, adlfs, azure.ai.ml, azure.identity, azureml.mlflow, imblearn, ipykernel, ipywidgets
import joblib, matplotlib, mlflow, numpy, pandas, papermill, pyarrow, scipy, scrapbook, shap, sklearn, tensorboard, tqdm'
}

@test "versions are those of the bill of materials" {
    for package in numpy pandas scikit-learn mlflow azure-ai-ml papermill; do
        installed=$("$python" -c "from importlib.metadata import version; print(version('$package'))")
        [ "$installed" = "$(recorded "$package")" ]
    done
}

@test "the kernel answers" {
    run_kernel base 'import pandas; print(6 * 7)' 42
}

@test "a table is what a model gives, as pandas-ml once did" {
    "$python" -c '
import pandas
from sklearn.preprocessing import StandardScaler
table = pandas.DataFrame({"a": [1.0, 2.0, 3.0]}, index=["x", "y", "z"])
scaled = StandardScaler().set_output(transform="pandas").fit_transform(table)
assert list(scaled.index) == ["x", "y", "z"] and list(scaled.columns) == ["a"]'
}

@test "users cannot change it" {
    [ -z "$(find /opt/atelier/envs/base ! -user root -print -quit)" ]
    [ -z "$(find /opt/atelier/envs/base ! -type l -perm /022 -print -quit)" ]
}

@test "SDK v1 is not there" {
    run "$python" -c 'import azureml.core'
    [ "$status" -ne 0 ]
}
