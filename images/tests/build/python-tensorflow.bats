load ../helpers

python=/opt/atelier/envs/tensorflow/bin/python

@test "TensorFlow and Keras compute" {
    "$python" -c '
import keras, tensorflow
assert keras.backend.backend() == "tensorflow" and keras.__version__.startswith("3.")
assert int(tensorflow.reduce_sum(tensorflow.ones([2, 2]))) == 4'
}

@test "the kernel answers" {
    run_kernel tensorflow 'import tensorflow as tf; print(int(tf.reduce_sum(tf.range(4))))' 6
}
