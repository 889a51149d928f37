print_how_to_reach() { echo reach; }
