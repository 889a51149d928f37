load ../helpers

@test "PyTorch computes on the GPU" {
    /opt/atelier/envs/torch/bin/python -c '
import torch
assert torch.cuda.is_available()
assert torch.ones(4, 4, device="cuda").matmul(torch.ones(4, 4, device="cuda")).sum().item() == 64
assert torch.backends.cudnn.is_available() and torch.distributed.is_nccl_available()'
}

@test "TensorFlow computes on the GPU" {
    /opt/atelier/envs/tensorflow/bin/python -c '
import tensorflow as tf
assert tf.config.list_physical_devices("GPU")
with tf.device("/GPU:0"):
    assert float(tf.reduce_sum(tf.matmul(tf.ones([4, 4]), tf.ones([4, 4])))) == 64'
}
