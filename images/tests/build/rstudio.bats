load ../helpers

@test "the program that the unit starts is there" {
    [ -x /usr/lib/rstudio-server/bin/rserver ]
}

@test "RStudio Server is the pinned version" {
    real_only rstudio-server
    [[ "$(version rstudio-server)" == "$(recorded rstudio-server)"* ]]
}

@test "RStudio Server accepts its settings" {
    real_only rstudio-server
    rstudio-server verify-installation --verify-user=azureuser
}

@test "the package's own service stays off" {
    real_only rstudio-server
    [ "$(systemctl is-enabled rstudio-server.service)" = masked ]
}
