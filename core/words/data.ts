/** Words for what reading files in other formats, SQL and expressions have to say. */
import type { Catalogue } from "./catalogue.ts";

export const dataDiagnostics = {
  "table.format": {
    en: { what: "“{format}” is no format of a table.", hint: "Choose one of: {known}." },
    zh: { what: "“{format}”不是表的格式。", hint: "可选：{known}。" },
  },
  "table.line-too-long": {
    en: {
      what: "Line {line} of “{path}” is longer than {megabytes} MB.",
      hint: "Look at the end of the line before it: perhaps a line end is missing, or this is no CSV file.",
    },
    zh: {
      what: "“{path}”的第 {line} 行超过 {megabytes} MB。",
      hint: "请检查前一行的结尾：可能缺少换行，或这不是 CSV 文件。",
    },
  },
  "table.every": {
    en: { what: "Every {every}th row cannot be taken.", hint: "Choose a whole number, 1 for every row." },
    zh: { what: "不能每 {every} 行取一行。", hint: "请选择整数；1 表示每一行。" },
  },
  "table.limit": {
    en: { what: "{limit} rows cannot be read.", hint: "Choose a whole number from 1, or none." },
    zh: { what: "不能读取 {limit} 行。", hint: "请选择不小于 1 的整数，或不设上限。" },
  },
  "table.too-large": {
    en: {
      what: "“{path}” holds {rows, number} rows of {columns, number} columns, which take about {needed} GB; {available} GB are free.",
      hint: "Read every {every}th row of it or the first rows only, or leave columns out with SQL where the file is made.",
    },
    zh: {
      what: "“{path}”有 {rows, number} 行、{columns, number} 列，约需 {needed} GB；可用内存为 {available} GB。",
      hint: "请每 {every} 行读取一行，或只读取前若干行，或在生成文件时用 SQL 去掉一些列。",
    },
  },
  "table.no-readable-columns": {
    en: {
      what: "“{path}” has no column that a table can hold.",
      hint: "Numbers, texts, dates and true or false can be read.",
    },
    zh: { what: "“{path}”中没有表能容纳的列。", hint: "可以读取数值、文本、日期与真假值。" },
  },
  "table.parquet-damaged": {
    en: {
      what: "“{path}” cannot be read as Parquet: {message}",
      hint: "Perhaps it was cut off while being copied. Get it again, or write it again.",
    },
    zh: {
      what: "“{path}”不能作为 Parquet 读取：{message}",
      hint: "可能在复制时被截断，请重新获取或重新生成。",
    },
  },
  "table.arrow-damaged": {
    en: {
      what: "“{path}” cannot be read as Arrow: {message}",
      hint: "Perhaps it was cut off while being copied. Get it again, or write it again.",
    },
    zh: {
      what: "“{path}”不能作为 Arrow 读取：{message}",
      hint: "可能在复制时被截断，请重新获取或重新生成。",
    },
  },
  "table.arrow-no-end": {
    en: {
      what: "“{path}” is a stream that does not say where it ends: rows may be missing.",
      hint: "Compare the number of rows with what the writer says, or get the file again.",
    },
    zh: {
      what: "“{path}”是没有结束标记的数据流，可能缺少行。",
      hint: "请与写出方核对行数，或重新获取文件。",
    },
  },
  "table.arrow-compressed": {
    en: {
      what: "“{path}” is an Arrow file compressed in a way that this Node cannot undo.",
      hint: "Write it without compression or with LZ4, or as Parquet.",
    },
    zh: {
      what: "“{path}”是 Arrow 文件，其压缩方式无法由当前的 Node 解压。",
      hint: "请不压缩或用 LZ4 写出，或写成 Parquet。",
    },
  },
  "table.json-malformed": {
    en: {
      what: "“{path}” is no JSON{unit, select, line { in line {at}} record { in record {at}} other {}}: {message}",
      hint: "Look at that place in the file. A JSON file holds an array of objects, or one object a line.",
    },
    zh: {
      what: "“{path}”不是有效的 JSON{unit, select, line {，第 {at} 行} record {，第 {at} 条记录} other {}}：{message}",
      hint: "请检查文件中的该处。JSON 文件应为对象的数组，或每行一个对象。",
    },
  },
  "table.json-mark": {
    en: {
      what: "“{path}” begins with a byte order mark, which JSON does not allow (RFC 8259).",
      hint: "Save it as UTF-8 without a byte order mark.",
    },
    zh: { what: "“{path}”以字节顺序标记开头，JSON 不允许（RFC 8259）。", hint: "请保存为不带标记的 UTF-8。" },
  },
  "table.json-names": {
    en: {
      what: "“{path}” has names that are empty, or differ from others in upper and lower case only: {names}.",
      hint: "Rename them in the file: they could not be told apart as columns.",
    },
    zh: {
      what: "“{path}”中有空名称，或仅大小写不同的名称：{names}。",
      hint: "请在文件中改名，否则无法作为列区分。",
    },
  },
  "table.json-not-records": {
    en: {
      what: "“{path}” is JSON, but holds no objects that could be rows.",
      hint: "Write an array of objects, or one object a line: each object is a row, its names are the columns.",
    },
    zh: {
      what: "“{path}”是 JSON，但其中没有可以作为行的对象。",
      hint: "请写成对象的数组，或每行一个对象：每个对象是一行，其名称是列名。",
    },
  },
  "table.rounded-numbers": {
    en: {
      what: "{count, plural, one {One number} other {# numbers}} in “{column}” cannot be held exactly and {count, plural, one {was} other {were}} rounded, for example {example}.",
      hint: "Numbers have about 16 digits here. If these are names rather than quantities, read the column as text.",
    },
    zh: {
      what: "“{column}”中有 {count} 个数不能精确表示，已被舍入，例如 {example}。",
      hint: "这里的数约有 16 位有效数字。如果它们是标识而不是数量，请把该列作为文本读取。",
    },
  },
  "table.cells-no-moments": {
    en: {
      what: "{count, plural, one {One cell} other {# cells}} of “{column}” {count, plural, one {is no moment and counts} other {are no moments and count}} as missing, for example “{example}”.",
      hint: "Mend these cells, or read the column as text.",
    },
    zh: {
      what: "“{column}”中有 {count} 个单元格不是时刻，视为缺失，例如“{example}”。",
      hint: "请修正这些单元格，或把该列作为文本读取。",
    },
  },
  "table.endless-moments": {
    en: {
      what: "{count, plural, one {One moment} other {# moments}} in “{column}” lie at infinity and count as missing: {example}.",
      hint: "Write a date where one is meant.",
    },
    zh: {
      what: "“{column}”中有 {count} 个时刻为无穷，视为缺失：{example}。",
      hint: "若有具体日期，请写明。",
    },
  },
  "table.nested-column": {
    en: {
      what: "“{column}” holds lists or structures ({type}); its cells are read as text in JSON.",
      hint: "Take the parts you need with SQL, for example json_extract(cell, '$.name'), or give the column the role ignored.",
    },
    zh: {
      what: "“{column}”包含列表或结构（{type}），其单元格以 JSON 文本读取。",
      hint: "可用 SQL 取出所需部分，例如 json_extract(cell, '$.name')，或把该列设为忽略。",
    },
  },
  "table.mixed-column": {
    en: {
      what: "“{column}” holds values of several types; its cells are read as text.",
      hint: "Write one type into a column, or give it the kind you mean.",
    },
    zh: {
      what: "“{column}”的值有多种类型，按文本读取。",
      hint: "请在一列中只写一种类型，或指定所需的类型。",
    },
  },
  "table.binary-column": {
    en: {
      what: "“{column}” holds bytes ({type}) and is left out.",
      hint: "Decode it where the file is made, if a model is to see it.",
    },
    zh: { what: "“{column}”包含字节数据（{type}），已略去。", hint: "如果模型需要它，请在生成文件时解码。" },
  },
  "table.duration-column": {
    en: {
      what: "“{column}” holds lengths of time; they are read as milliseconds.",
      hint: "Nothing is lost by it.",
    },
    zh: { what: "“{column}”是时间长度，按毫秒读取。", hint: "没有信息丢失。" },
  },
  "table.cells-not-of-kind": {
    en: {
      what: "{count, plural, one {One cell} other {# cells}} of “{column}” cannot be read as the kind that was asked for and count as missing, for example “{example}”.",
      hint: "Choose another kind for the column, or mend these cells.",
    },
    zh: {
      what: "“{column}”中有 {count} 个单元格不能按所要求的类型读取，视为缺失，例如“{example}”。",
      hint: "请为该列选择其他类型，或修正这些单元格。",
    },
  },
} as const satisfies Catalogue;
