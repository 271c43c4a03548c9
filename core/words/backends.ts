/** Words for tensor backends: why one is not usable, and what it refuses. */
import type { Catalogue } from "./catalogue.ts";

export const backendDiagnostics = {
  "backend.unknown": {
    en: { what: "There is no backend {name}.", hint: "Known are: {known}, and auto." },
    zh: { what: "没有名为 {name} 的后端。", hint: "可用的名称：{known}，以及 auto。" },
  },
  "backend.unusable": {
    en: {
      what: "The backend {backend} was named, and cannot be used here.",
      hint: "espalier doctor says why. Name another one, or auto.",
    },
    zh: {
      what: "指定的后端 {backend} 在本机不可用。",
      hint: "espalier doctor 会说明原因。请指定其他后端或 auto。",
    },
  },
  "backend.native-missing": {
    en: {
      what: "TensorFlow’s native library is not installed.",
      hint: "npm run native:install fetches and builds it (about 300 MB to download).",
    },
    zh: {
      what: "尚未安装 TensorFlow 本机库。",
      hint: "运行 npm run native:install 下载并构建（约 300 MB）。",
    },
  },
  "backend.package-missing": {
    en: { what: "The package {package} is not installed.", hint: "npm install {package}" },
    zh: { what: "未安装软件包 {package}。", hint: "请运行 npm install {package}" },
  },
  "backend.no-adapter": {
    en: {
      what: "No graphics adapter was found.",
      hint: "A driver for Vulkan, Metal or Direct3D 12 is needed.",
    },
    zh: { what: "没有找到图形适配器。", hint: "需要 Vulkan、Metal 或 Direct3D 12 的驱动程序。" },
  },
  "backend.software-only": {
    en: {
      what: "Only a software adapter was found: {adapter}. It is slower than the other backends.",
      hint: "It is used only when webgpu is named.",
    },
    zh: { what: "只找到软件适配器：{adapter}，它比其他后端更慢。", hint: "仅在指定 webgpu 时才会使用。" },
  },
  "backend.not-loaded": {
    en: {
      what: "The backend {backend} is there and cannot be loaded: {message}",
      hint: "Reinstall it; for tensorflow: npm run native:remove, then npm run native:install.",
    },
    zh: {
      what: "后端 {backend} 存在但无法加载：{message}",
      hint: "请重新安装；对于 tensorflow：先 npm run native:remove，再 npm run native:install。",
    },
  },
  "backend.too-slow": {
    en: {
      what: "The backend {backend} did not answer within {seconds, number} s, and its process was ended.",
      hint: "Run again on a less busy machine. If it repeats, its driver hangs.",
    },
    zh: {
      what: "后端 {backend} 在 {seconds, number} 秒内没有响应，其进程已被终止。",
      hint: "请在机器较空闲时重试。若反复出现，说明驱动程序卡死。",
    },
  },
  "backend.crashed": {
    en: {
      what: "The process of the backend {backend} ended: {message}",
      hint: "Nothing else was harmed. Name another backend, or mend its driver.",
    },
    zh: {
      what: "后端 {backend} 的进程已终止：{message}",
      hint: "其他部分未受影响。请指定其他后端或修复其驱动程序。",
    },
  },
  "backend.leaked": {
    en: { what: "{count, number} tensors of {backend} were left in memory.", hint: "Please report this." },
    zh: { what: "{backend} 有 {count, number} 个张量遗留在内存中。", hint: "请报告此问题。" },
  },
  "backend.wrong-result": {
    en: {
      what: "A product of {size, number} × {size, number} matrices on {backend} is off by {error, number, ::scientific/.##} of its largest entry.",
      hint: "Its numbers cannot be trusted here. Name another backend, and report this.",
    },
    zh: {
      what: "{backend} 上 {size, number} × {size, number} 矩阵乘积的误差达最大元素的 {error, number, ::scientific/.##}。",
      hint: "其数值在本机不可信。请指定其他后端并报告此问题。",
    },
  },
  "backend.too-large": {
    en: {
      what: "A tensor of {bytes, number} bytes is beyond what {backend} can hold here: {most, number}.",
      hint: "Use a smaller size, or another backend.",
    },
    zh: {
      what: "{bytes, number} 字节的张量超出 {backend} 在本机的上限 {most, number}。",
      hint: "请减小尺寸或改用其他后端。",
    },
  },
  "backend.device-lost": {
    en: {
      what: "The graphics device was lost: {message}",
      hint: "Run again. If it repeats, use a smaller size or another backend.",
    },
    zh: { what: "图形设备已丢失：{message}", hint: "请重新运行。若反复出现，请减小尺寸或改用其他后端。" },
  },
  "backend.gpu-error": {
    en: {
      what: "The graphics device reported an error: {message}",
      hint: "The result was thrown away. Use a smaller size or another backend.",
    },
    zh: { what: "图形设备报告了错误：{message}", hint: "结果已丢弃。请减小尺寸或改用其他后端。" },
  },
  "backend.refused": {
    en: {
      what: "{operation} is known to give wrong numbers on {backend} for such inputs, and was not computed.",
      hint: "Use another backend, or other shapes.",
    },
    zh: {
      what: "已知 {operation} 对此类输入在 {backend} 上会得出错误数值，因此没有计算。",
      hint: "请改用其他后端或其他形状。",
    },
  },
} as const satisfies Catalogue;
