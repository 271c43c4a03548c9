/** Words for what can be wrong with a file: on the disk, and inside a table that is read from it. Wording only. */

export const fileDiagnostics = {
  "file.missing": {
    en: {
      what: "There is no file “{path}”.",
      hint: "Check the name and the folder; paths are relative to the graph’s file.",
    },
    zh: { what: "文件“{path}”不存在。", hint: "请检查文件名和文件夹；路径相对于图文件。" },
  },
  "file.is-directory": {
    en: { what: "“{path}” is a folder, not a file.", hint: "Choose a file in it." },
    zh: { what: "“{path}”是文件夹，不是文件。", hint: "请选择其中的文件。" },
  },
  "file.is-in-the-way": {
    en: {
      what: "“{path}” is there already, as something else than is needed.",
      hint: "Choose another name.",
    },
    zh: { what: "“{path}”已存在，且不是所需的类型。", hint: "请换一个名称。" },
  },
  "file.not-a-file": {
    en: { what: "“{path}” is no ordinary file.", hint: "Devices, pipes and sockets cannot be opened here." },
    zh: { what: "“{path}”不是普通文件。", hint: "这里不能打开设备、管道或套接字。" },
  },
  "file.no-permission": {
    en: {
      what: "You have no permission for “{path}”.",
      hint: "Change the file’s permissions, or choose another folder.",
    },
    zh: { what: "没有访问“{path}”的权限。", hint: "请修改文件权限，或选择其他文件夹。" },
  },
  "file.read-only-disk": {
    en: { what: "“{path}” is on a disk that cannot be written to.", hint: "Save a copy elsewhere." },
    zh: { what: "“{path}”所在的磁盘不可写。", hint: "请另存到其他位置。" },
  },
  "file.not-data": {
    en: {
      what: "“{path}” is no data file that can be read here.",
      hint: "Use a table: CSV, TSV, JSON, Parquet or Arrow ({known}). A spreadsheet can be saved as CSV.",
    },
    zh: {
      what: "“{path}”不是可以读取的数据文件。",
      hint: "请使用表格文件：CSV、TSV、JSON、Parquet 或 Arrow（{known}）。电子表格可另存为 CSV。",
    },
  },
  "file.disk-full": {
    en: {
      what: "The disk is full: “{path}” was not written.",
      hint: "The file on disk is as it was. Free some space and save again.",
    },
    zh: { what: "磁盘已满：“{path}”未写入。", hint: "磁盘上的文件保持原样。请释放空间后重新保存。" },
  },
  "file.name-too-long": {
    en: { what: "The name “{path}” is too long for this disk.", hint: "Choose a shorter one." },
    zh: { what: "名称“{path}”对该磁盘过长。", hint: "请使用较短的名称。" },
  },
  "file.too-many-open": {
    en: {
      what: "“{path}” could not be opened: too many files are open.",
      hint: "Close other programs or windows and try again.",
    },
    zh: { what: "无法打开“{path}”：打开的文件过多。", hint: "请关闭其他程序或窗口后重试。" },
  },
  "file.too-large": {
    en: {
      what: "“{path}” has {bytes} bytes; at most {limit} are read.",
      hint: "Check that this is the right file.",
    },
    zh: { what: "“{path}”有 {bytes} 字节，最多读取 {limit} 字节。", hint: "请确认文件是否正确。" },
  },
  "file.not-text": {
    en: {
      what: "“{path}” is not UTF-8 text (byte {offset}).",
      hint: "Check that this is the right file, or save it as UTF-8.",
    },
    zh: {
      what: "“{path}”不是 UTF-8 文本（第 {offset} 字节）。",
      hint: "请确认文件是否正确，或将其保存为 UTF-8。",
    },
  },
  "file.failed": {
    en: { what: "“{path}”: {message}.", hint: "Try again; if it persists, check the disk." },
    zh: { what: "“{path}”操作失败：{message}。", hint: "请重试；若仍然失败，请检查磁盘。" },
  },
  "table.empty-file": {
    en: { what: "“{path}” is empty.", hint: "Check that this is the right file." },
    zh: { what: "“{path}”是空的。", hint: "请确认文件是否正确。" },
  },
  "table.no-rows": {
    en: { what: "“{path}” has column names, but no rows.", hint: "Add rows, or choose another file." },
    zh: { what: "“{path}”只有列名，没有数据行。", hint: "请添加数据行，或选择其他文件。" },
  },
  "table.no-good-rows": {
    en: {
      what: "No row of “{path}” could be read.",
      hint: "Check the delimiter, the decimal sign and the kinds of the columns.",
    },
    zh: { what: "“{path}”中没有一行可以读取。", hint: "请检查分隔符、小数点和列的类型。" },
  },
  "table.binary": {
    en: {
      what: "“{path}” is not text: byte {offset} (line {line}) is zero.",
      hint: "Choose a CSV file; pictures, archives and spreadsheets are none.",
    },
    zh: {
      what: "“{path}”不是文本：第 {offset} 字节（第 {line} 行）为零。",
      hint: "请选择 CSV 文件；图片、压缩包和电子表格不是 CSV。",
    },
  },
  "table.not-utf8": {
    en: {
      what: "“{path}” is not UTF-8 text: byte {offset} (line {line}) cannot be.",
      hint: "Save the file as UTF-8 in the program that it comes from.",
    },
    zh: {
      what: "“{path}”不是 UTF-8 文本：第 {offset} 字节（第 {line} 行）无效。",
      hint: "请在原程序中将文件保存为 UTF-8。",
    },
  },
  "table.utf16": {
    en: {
      what: "“{path}” is UTF-16 text.",
      hint: "Save the file as UTF-8 in the program that it comes from.",
    },
    zh: { what: "“{path}”是 UTF-16 文本。", hint: "请在原程序中将文件保存为 UTF-8。" },
  },
  "table.header-too-long": {
    en: {
      what: "The first line of “{path}” does not end within {limit} characters.",
      hint: "Check that this is a CSV file.",
    },
    zh: { what: "“{path}”的第一行在 {limit} 个字符内没有结束。", hint: "请确认这是 CSV 文件。" },
  },
  "table.single-column": {
    en: {
      what: "“{path}” begins with the single name “{header}”, but most rows have several cells, separated by “{delimiter}”.",
      hint: "Remove what stands above the column names, or choose the delimiter yourself.",
    },
    zh: {
      what: "“{path}”的首行只有一个名称“{header}”，但多数行含有以“{delimiter}”分隔的多个单元格。",
      hint: "请删除列名之上的内容，或自行指定分隔符。",
    },
  },
  "table.duplicate-header": {
    en: {
      what: "Two columns are called “{name}”; column {column} is now “{renamed}”.",
      hint: "Rename it in the file to choose another name.",
    },
    zh: {
      what: "有两列都名为“{name}”；第 {column} 列现称为“{renamed}”。",
      hint: "如需其他名称，请在文件中修改。",
    },
  },
  "table.empty-header": {
    en: {
      what: "Column {column} has no name; it is now “{renamed}”.",
      hint: "Name it in the file to choose another name.",
    },
    zh: { what: "第 {column} 列没有名称，现称为“{renamed}”。", hint: "如需其他名称，请在文件中命名。" },
  },
  "table.truncated": {
    en: {
      what: "“{path}” stops in the middle of a row (line {line}).",
      hint: "The file was probably cut off: fetch it again. To use what is there, end or remove the last line.",
    },
    zh: {
      what: "“{path}”在一行中途结束（第 {line} 行）。",
      hint: "文件可能被截断，请重新获取。若要使用现有内容，请补全或删除最后一行。",
    },
  },
  "table.unclosed-quote": {
    en: {
      what: "“{path}” opens a quote in line {line} that never closes.",
      hint: "Everything after it would be one cell. Close the quote, or fetch the file again if it was cut off.",
    },
    zh: {
      what: "“{path}”第 {line} 行的引号没有闭合。",
      hint: "其后的全部内容会被当成一个单元格。请闭合引号；若文件被截断，请重新获取。",
    },
  },
  "table.rows-missing-cells": {
    en: {
      what: "{count, plural, one {# row was} other {# rows were}} left out of “{path}”: fewer than {columns} cells. Lines: {lines}.",
      hint: "Complete these lines in the file.",
    },
    zh: {
      what: "“{path}”中有 {count} 行被忽略：单元格少于 {columns} 个。行号：{lines}。",
      hint: "请在文件中补全这些行。",
    },
  },
  "table.rows-extra-cells": {
    en: {
      what: "{count, plural, one {# row was} other {# rows were}} left out of “{path}”: more than {columns} cells. Lines: {lines}.",
      hint: "Put quotes around cells that contain the delimiter.",
    },
    zh: {
      what: "“{path}”中有 {count} 行被忽略：单元格多于 {columns} 个。行号：{lines}。",
      hint: "请给含有分隔符的单元格加上引号。",
    },
  },
  "table.rows-unreadable-cell": {
    en: {
      what: "{count, plural, one {# row was} other {# rows were}} left out of “{path}”: “{value}” in column “{column}” does not fit the column’s kind. Lines: {lines}.",
      hint: "Correct these cells, name the value as one that means “missing”, or choose another kind for the column.",
    },
    zh: {
      what: "“{path}”中有 {count} 行被忽略：列“{column}”中的“{value}”与该列类型不符。行号：{lines}。",
      hint: "请更正这些单元格，把该值设为缺失值，或为该列选择其他类型。",
    },
  },
  "table.rows-bad-quotes": {
    en: {
      what: "{count, plural, one {# row was} other {# rows were}} left out of “{path}”: a quote is not closed, or text follows it. Lines: {lines}.",
      hint: "Double a quote that belongs to the text.",
    },
    zh: {
      what: "“{path}”中有 {count} 行被忽略：引号未闭合，或其后还有文字。行号：{lines}。",
      hint: "属于文本的引号请写两次。",
    },
  },
  "table.rows-too-long": {
    en: {
      what: "{count, plural, one {# row was} other {# rows were}} left out of “{path}”: longer than 2 MB. Lines: {lines}.",
      hint: "Look for a quote that is not closed.",
    },
    zh: {
      what: "“{path}”中有 {count} 行被忽略：超过 2 MB。行号：{lines}。",
      hint: "请检查是否有未闭合的引号。",
    },
  },
  "table.rows-unreadable": {
    en: {
      what: "{count, plural, one {# row was} other {# rows were}} left out of “{path}”. Lines: {lines}.",
      hint: "Look at these lines in the file.",
    },
    zh: { what: "“{path}”中有 {count} 行被忽略。行号：{lines}。", hint: "请查看文件中的这些行。" },
  },
  "table.unreadable": {
    en: {
      what: "“{path}” could not be read as a table: {message}",
      hint: "Choose delimiter, quote and header yourself, or look at the file in a text editor.",
    },
    zh: {
      what: "“{path}”无法作为表读取：{message}",
      hint: "请自行指定分隔符、引号和表头，或用文本编辑器查看文件。",
    },
  },
  "table.changed-while-reading": {
    en: {
      what: "“{path}” changed while it was read.",
      hint: "Run again once the program that writes it is done.",
    },
    zh: { what: "“{path}”在读取时发生了变化。", hint: "请等写入该文件的程序结束后再运行。" },
  },
} as const;
