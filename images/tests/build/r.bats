load ../helpers

@test "R computes" {
    [ "$(Rscript -e 'cat(6 * 7)')" = 42 ]
}

@test "the R kernel answers" {
    run_kernel ir 'cat(sum(1:4))' 10
}

@test "R reaches Azure Machine Learning through the environment base, as the SDK for R once did" {
    run Rscript -e 'ml <- reticulate::import("azure.ai.ml"); cat(class(ml$MLClient)[1])'
    [ "$status" -eq 0 ]
    [[ $output == *python.builtin.type* ]]
}
