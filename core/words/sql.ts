/** Words for what queries, conditions and derived columns have to say. */
import type { Catalogue } from "./catalogue.ts";

export const sqlDiagnostics = {
  "sql.empty": {
    en: {
      what: "There is nothing written here yet.",
      hint: "SQL needs a query, such as SELECT * FROM a; Filter a condition, such as x > 2; Derive a column, such as x * 2 AS twice.",
    },
    zh: {
      what: "这里还没有内容。",
      hint: "SQL 需要查询，例如 SELECT * FROM a；“筛选”需要条件，例如 x > 2；“派生列”需要列，例如 x * 2 AS twice。",
    },
  },
  "sql.syntax": {
    en: {
      what: "Line {line}, column {column}: {how, select, near {“{near}” cannot stand here} end {the text ends too early} quote {a quote is opened and not closed} other {this cannot be read}}.",
      hint: "Names with spaces stand in double quotes, texts in single ones: \"petal length\" > 2 AND species = ''setosa''. (DuckDB: {message})",
    },
    zh: {
      what: "第 {line} 行第 {column} 列：{how, select, near {这里不能是“{near}”} end {内容不完整} quote {引号没有闭合} other {无法理解这段内容}}。",
      hint: "含空格的列名用双引号，文本用单引号：\"petal length\" > 2 AND species = ''setosa''。（DuckDB：{message}）",
    },
  },
  "sql.one-select": {
    en: {
      what: "This is not one SELECT.",
      hint: "Write a single SELECT (WITH … SELECT is one, too); nothing else is run here.",
    },
    zh: {
      what: "这不是一条 SELECT 语句。",
      hint: "请只写一条 SELECT（WITH … SELECT 也可以）；这里不运行其他语句。",
    },
  },
  "sql.not-allowed": {
    en: {
      what: "Line {line}, column {column}: {what} cannot be used here.",
      hint: "A query may only ask the tables that are wired to it, and must give the same answer each time. Draw rows with Sample.",
    },
    zh: {
      what: "第 {line} 行第 {column} 列：这里不能使用 {what}。",
      hint: "查询只能使用所连接的表，并且每次必须给出相同的结果。要抽取行请用“抽样”。",
    },
  },
  "sql.no-table-function": {
    en: {
      what: "Line {line}, column {column}: {name}() cannot be read from here.",
      hint: "Files are read by the File node, whose table is then wired to this one. Of table functions range, generate_series and unnest may be used.",
    },
    zh: {
      what: "第 {line} 行第 {column} 列：这里不能从 {name}() 读取。",
      hint: "文件由“文件”节点读取，再把它的表连到这里。表函数中只可使用 range、generate_series 和 unnest。",
    },
  },
  "sql.unknown-table": {
    en: {
      what: "Line {line}, column {column}: there is no table “{name}” here.",
      hint: "The tables are called as their inputs: {known}.",
    },
    zh: { what: "第 {line} 行第 {column} 列：没有表“{name}”。", hint: "表名与输入端口相同：{known}。" },
  },
  "sql.unknown-column": {
    en: {
      what: "Line {line}, column {column}: there is no column “{name}”.",
      hint: "Perhaps: {candidates}. Names with spaces stand in double quotes.",
    },
    zh: {
      what: "第 {line} 行第 {column} 列：没有列“{name}”。",
      hint: "可能是：{candidates}。含空格的列名用双引号。",
    },
  },
  "sql.unknown-function": {
    en: {
      what: "Line {line}, column {column}: there is no function {name}().",
      hint: "{found, select, true {Perhaps {nearest}(). } other {}}The functions are those of DuckDB.",
    },
    zh: {
      what: "第 {line} 行第 {column} 列：没有函数 {name}()。",
      hint: "{found, select, true {可能是 {nearest}()。} other {}}可用的是 DuckDB 的函数。",
    },
  },
  "sql.changing-function": {
    en: {
      what: "Line {line}, column {column}: {name} gives another answer at another time or on another machine.",
      hint: "Results are kept by what they were made of. Write the moment as a constant, or draw rows with Sample, which has a seed.",
    },
    zh: {
      what: "第 {line} 行第 {column} 列：{name} 在不同时间或机器上给出不同的结果。",
      hint: "结果按其来源保存。请把时刻写成常量，或用带种子的“抽样”抽取行。",
    },
  },
  "sql.no-aggregates": {
    en: {
      what: "Line {line}, column {column}: {name}() needs more than the row it stands in.",
      hint: "Aggregates belong into SQL. A mean that rows of the test part went into would leak: use Impute or Standardize for that.",
    },
    zh: {
      what: "第 {line} 行第 {column} 列：{name}() 需要不止一行。",
      hint: "聚合请用 SQL 节点。把测试行算入的均值会造成泄漏，请改用“填补”或“标准化”。",
    },
  },
  "sql.not-one-row": {
    en: {
      what: "Line {line}, column {column}: {what} needs more than the row it stands in.",
      hint: "Windows, subqueries, stars and parameters belong into SQL; here stand expressions of one row.",
    },
    zh: {
      what: "第 {line} 行第 {column} 列：{what} 需要不止一行。",
      hint: "窗口、子查询、星号与参数请用 SQL 节点；这里只写关于单行的表达式。",
    },
  },
  "sql.not-understood": {
    en: {
      what: "Line {line}, column {column}: {how, select, arguments {{name}() takes no values of these types: {types}} compare {{types} and {other} cannot be compared or mixed} convert {“{value}” is no {types}} group {“{name}” stands outside GROUP BY and in no aggregate} ambiguous {“{name}” is a column of several tables} other {this does not fit together}}.",
      hint: "{how, select, group {Add it to GROUP BY, or take any_value of it.} ambiguous {Write the table before it: a.{name}.} other {Look at the types: texts are VARCHAR, numbers DOUBLE, moments TIMESTAMP; cast makes one of another.}} (DuckDB: {message})",
    },
    zh: {
      what: "第 {line} 行第 {column} 列：{how, select, arguments {{name}() 不接受这些类型的值：{types}} compare {{types} 与 {other} 不能比较或混用} convert {“{value}”不是 {types}} group {“{name}”既不在 GROUP BY 中，也不在聚合函数中} ambiguous {多个表都有列“{name}”} other {这些部分不能组合在一起}}。",
      hint: "{how, select, group {请把它加入 GROUP BY，或用 any_value。} ambiguous {请在列名前写明表名：a.{name}。} other {请检查类型：文本为 VARCHAR，数值为 DOUBLE，时刻为 TIMESTAMP；可用 cast 转换。}}（DuckDB：{message}）",
    },
  },
  "sql.failed": {
    en: {
      what: "The rows could not be computed: {how, select, convert {the cell “{value}” is no {types}} moment {“{value}” is no date or time} range {a number is outside of what the function takes or the type holds} rows {a subquery gave several rows where one value is needed} other {a cell did not suit the query}}.",
      hint: "{how, select, rows {Use IN, an aggregate or LIMIT 1.} range {Leave such rows out with WHERE, or make them missing with CASE or nullif.} other {try_cast gives a missing cell where cast fails.}} (DuckDB: {message})",
    },
    zh: {
      what: "无法计算这些行：{how, select, convert {单元格“{value}”不是 {types}} moment {“{value}”不是日期或时间} range {某个数超出函数或类型的范围} rows {子查询在需要单个值处给出了多行} other {某个单元格不适合该查询}}。",
      hint: "{how, select, rows {请用 IN、聚合函数或 LIMIT 1。} range {请用 WHERE 排除这些行，或用 CASE、nullif 变为缺失值。} other {cast 失败处可用 try_cast 得到缺失值。}}（DuckDB：{message}）",
    },
  },
  "sql.too-large": {
    en: {
      what: "The query needs more memory than it may use (4 GB).",
      hint: "A join may give every row with every other: say ON what. Or ask for fewer columns or rows.",
    },
    zh: {
      what: "查询所需的内存超过上限（4 GB）。",
      hint: "连接可能产生了所有行的组合：请写明 ON 条件，或减少列或行。",
    },
  },
  "sql.same-name": {
    en: {
      what: "SQL cannot tell the columns “{one}” and “{other}” of table {table} apart.",
      hint: "Rename one of them with Select: upper and lower case are the same in SQL.",
    },
    zh: {
      what: "SQL 不能区分表 {table} 的列“{one}”与“{other}”。",
      hint: "请用“选列”改名：SQL 不区分大小写。",
    },
  },
  "sql.no-name": {
    en: { what: "Table {table} has a column “{name}” that SQL cannot call.", hint: "Rename it with Select." },
    zh: { what: "表 {table} 的列“{name}”在 SQL 中无法引用。", hint: "请用“选列”改名。" },
  },
  "sql.no-columns": {
    en: {
      what: "The query gives no column that a table can hold.",
      hint: "Ask for numbers, texts, dates, or true and false.",
    },
    zh: { what: "查询没有给出表能容纳的列。", hint: "请查询数值、文本、日期或真假值。" },
  },
  "sql.not-an-expression": {
    en: {
      what: "This is more than expressions of one row.",
      hint: "FROM, WHERE and ORDER BY belong into SQL.",
    },
    zh: { what: "这不只是关于单行的表达式。", hint: "FROM、WHERE 与 ORDER BY 请用 SQL 节点。" },
  },
  "sql.no-kind": {
    en: {
      what: "Line {line}, column {column}: a column cannot hold {type}.",
      hint: "Make it a number or a text, for example with cast.",
    },
    zh: {
      what: "第 {line} 行第 {column} 列：列不能容纳 {type}。",
      hint: "请转换为数值或文本，例如用 cast。",
    },
  },
  "sql.one-condition": {
    en: {
      what: "Line {line}, column {column}: a second condition begins here.",
      hint: "Join conditions with AND or OR.",
    },
    zh: { what: "第 {line} 行第 {column} 列：这里开始了第二个条件。", hint: "请用 AND 或 OR 连接条件。" },
  },
  "sql.not-a-condition": {
    en: {
      what: "Line {line}, column {column}: this is a value ({type}), not a condition.",
      hint: "Compare it with something: x > 2, species = ''setosa'', sex IS NOT NULL.",
    },
    zh: {
      what: "第 {line} 行第 {column} 列：这是一个值（{type}），不是条件。",
      hint: "请与其他值比较：x > 2、species = ''setosa''、sex IS NOT NULL。",
    },
  },
  "sql.needs-name": {
    en: {
      what: "Line {line}, column {column}: the new column has no name.",
      hint: "Add one with AS: bill_length_mm / bill_depth_mm AS ratio.",
    },
    zh: {
      what: "第 {line} 行第 {column} 列：新列没有名称。",
      hint: "请用 AS 命名：bill_length_mm / bill_depth_mm AS ratio。",
    },
  },
  "filter.unknown-rows": {
    en: {
      what: "{count, number} of {rows, number} rows were left out because the condition is neither true nor false there: a cell is missing.",
      hint: "Say what is to become of them with IS NULL or coalesce.",
    },
    zh: {
      what: "{rows, number} 行中有 {count, number} 行被略去：由于单元格缺失，条件既非真也非假。",
      hint: "请用 IS NULL 或 coalesce 说明如何处理它们。",
    },
  },
  "filter.row-numbers": {
    en: {
      what: "“{part}” is no row number and no run of them.",
      hint: "Write numbers as the row column of the table shows them, and runs with both ends: 0-4, 7, 9-12.",
    },
    zh: {
      what: "“{part}”不是行号，也不是行号区间。",
      hint: "请按表中“行”列所示填写行号，区间写出两端：0-4, 7, 9-12。",
    },
  },
  "filter.row-numbers-order": {
    en: {
      what: "The run {first, number}-{last, number} ends before it begins.",
      hint: "Write the smaller row number first.",
    },
    zh: { what: "区间 {first, number}-{last, number} 的终点在起点之前。", hint: "请先写较小的行号。" },
  },
  "filter.absent-rows": {
    en: {
      what: "{count, number} of {asked, number} row numbers are not in this table.",
      hint: "The table may have been split, sampled or filtered otherwise since they were chosen. Select the rows again.",
    },
    zh: {
      what: "{asked, number} 个行号中有 {count, number} 个不在此表中。",
      hint: "自选择以来，该表可能已被重新划分、抽样或筛选。请重新选择这些行。",
    },
  },
  "filter.no-rows": {
    en: {
      what: "None of {rows, number} rows meets the condition.",
      hint: "Look at the cells that it compares.",
    },
    zh: { what: "{rows, number} 行中没有一行满足条件。", hint: "请查看所比较的单元格。" },
  },
} as const satisfies Catalogue;
