/** All kernels of the WebAssembly module. Addresses are bytes in the one memory that the caller hands in. */
export { binRows } from "./tree-bin";
export { largestOf, logisticGradients, quantise, squaredGradients } from "./tree-gradient";
export { addHistogram, histogramOfAll, histogramOfRows, subtractHistogram } from "./tree-histogram";
export { addByBins, addToRows, fillOrder, leafSums, partition, placeParts } from "./tree-partition";
export { scanNode } from "./tree-scan";
