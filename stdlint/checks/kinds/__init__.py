"""What single kinds of documents demand: GB/T 20001.x."""
