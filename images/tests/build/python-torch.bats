load ../helpers

python=/opt/atelier/envs/torch/bin/python

@test "PyTorch computes" {
    real_only torch
    "$python" -c 'import torch, torchvision; assert torch.ones(2, 2).sum().item() == 4'
    [ "$("$python" -c 'import torch; print(torch.__version__.split("+")[0])')" = "$(recorded torch)" ]
}

@test "its CUDA is one that the driver of this line runs" {
    real_only torch
    [ "$ATELIER_LINE" != cpu ] || skip "no driver on this line"
    source "$ATELIER_IMAGE/scripts/nvidia.sh"
    assert_driver_runs "$(driver_of_line)" "$("$python" -c 'import torch; print(torch.version.cuda)')"
}

@test "the kernel answers" {
    real_only torch
    run_kernel torch 'import torch; print(torch.arange(4).sum().item())' 6
}

@test "torchrun is on the path" {
    real_only torch
    torchrun --help >/dev/null
}

@test "no kernel is offered where the environment is switched off" {
    ! stood_in torch || [ ! -e /usr/local/share/jupyter/kernels/torch ]
}
