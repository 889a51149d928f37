#!/usr/bin/env bash
# R with its Jupyter kernel; reticulate reaches Azure Machine Learning through the environment `base`.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$(dirname "${BASH_SOURCE[0]}")/python.sh"

# The distribution's R and packages: signed, patched with the machine, and what RStudio finds by itself.
apt_install r-base-core r-base-dev r-cran-irkernel r-cran-reticulate r-cran-tidyverse r-cran-rmarkdown r-cran-remotes \
    libpython3-dev

# Once in a session's environment, not in every notebook.
cat >/etc/R/Renviron.site <<SETTINGS
RETICULATE_PYTHON=$ENVIRONMENTS/base/bin/python
SETTINGS

write_kernel ir R R -- R --slave -e 'IRkernel::main()' --args '{connection_file}'
record r "$(apt_version r-base-core)"
record r-kernel "$(apt_version r-cran-irkernel)"

run_tests r
