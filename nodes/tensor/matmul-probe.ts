/** Which tensor backend is how fast here, and how exact: a product of matrices on each. */
import { matmulProbe } from "../../core/ml/tensor/matmul-probe.ts";
import { defineNode } from "../../core/node/node.ts";
import { choice, int, seed } from "../../core/node/params.ts";
import { call } from "../../core/node/script-form.ts";
import { unknownProvenance } from "../../core/types/provenance.ts";
import { figurePort, tablePort } from "../ports.ts";

export const tensorMatmulProbe = defineNode({
  id: "tensor.matmul-probe",
  version: 1,
  title: "Matrix product probe",
  category: "tensor",
  summary:
    "Multiplies matrices on each tensor backend of this machine: how long it takes, and how exact it is.",
  formula: "C = A B;  error = max |C − C₆₄| / max |C₆₄|",
  idBase: "probe",
  inputs: {},
  params: {
    backends: choice({
      title: "Backends",
      help: "Where to multiply. WebGPU on a software adapter is tried only when it is named.",
      default: "all",
      choices: {
        all: "all that are usable",
        chosen: "the one in use",
        tensorflow: "TensorFlow",
        webgpu: "WebGPU",
        wasm: "WebAssembly",
        cpu: "JavaScript",
      },
      key: true,
    }),
    largest: int({
      title: "Largest size",
      help: "Rows and columns of the largest matrices.",
      default: 512,
      min: 1,
      max: 4096,
      key: true,
    }),
    steps: int({
      title: "Sizes",
      help: "How many sizes; each is half of the next.",
      default: 3,
      min: 1,
      max: 10,
    }),
    repeats: int({
      title: "Repeats",
      help: "Timed products of each size, after one that is not timed. The median counts.",
      default: 3,
      min: 1,
      max: 100,
    }),
    seed: seed(),
  },
  outputs: {
    figure: figurePort({
      title: "Backends",
      help: "Time and error by backend and size; why others are missing.",
    }),
    table: tablePort({ title: "Times", help: "One row a backend and size." }),
  },
  traits: { seeded: true, cost: "heavy", tensor: true, measured: ["ms", "milliseconds", "gflops"] },
  zh: {
    title: "矩阵乘积探测 Matrix product probe",
    summary: "在本机的每个张量后端上计算矩阵乘积：需要多长时间，有多精确。",
    inputs: {},
    outputs: {
      figure: { title: "后端", help: "按后端和尺寸列出时间与误差，并说明其余后端为何缺席。" },
      table: { title: "时间", help: "每个后端与尺寸一行。" },
    },
    params: {
      backends: {
        title: "后端",
        help: "在哪里计算。仅当指定 WebGPU 时才会尝试软件适配器。",
        choices: {
          all: "全部可用后端",
          chosen: "正在使用的后端",
          tensorflow: "TensorFlow 本机库",
          webgpu: "WebGPU 图形设备",
          wasm: "WebAssembly 字节码",
          cpu: "JavaScript 参考实现",
        },
      },
      largest: { title: "最大尺寸", help: "最大矩阵的行数和列数。" },
      steps: { title: "尺寸个数", help: "共多少种尺寸，每种是下一种的一半。" },
      repeats: { title: "重复次数", help: "每种尺寸的计时次数（先预热一次不计时），取中位数。" },
    },
  },
  infer: (_inputs, { node }) => ({
    figure: { kind: "figure", form: "backends" },
    table: { kind: "table", provenance: unknownProvenance(node) },
  }),
  work: (_inputs, { largest, repeats }) => 2 * largest ** 3 * (repeats + 1),
  run: (ctx, _inputs, params) =>
    matmulProbe(params, ctx, ctx.backend === undefined ? {} : { backend: ctx.backend }),
  script: (params) =>
    call("matmulProbe", {
      params,
      defaults: { backends: "all", largest: 512, steps: 3, repeats: 3, seed: 0 },
      awaits: true,
      outputs: { figure: "figure", table: "table" },
    }),
  examples: [
    {
      title: "The reference, in plain JavaScript",
      params: { backends: "cpu", largest: 64, steps: 2, repeats: 1 },
      expect: { "figure.kind": { equals: "backends" }, "table.rowCount": { equals: 2 } },
    },
  ],
  sources: ["Higham 2002, Accuracy and Stability of Numerical Algorithms, section 3.5"],
});
