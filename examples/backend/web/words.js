'use strict';
// Every text of the page, in both languages.
const WORDS = {
  zh: {
    skip: '跳到结果', title: '企业能享受哪些政策', day: '以此日为准', other: 'English', token: '访问令牌', open: '进入',
    search: '按企业名称或统一社会信用代码查找', gets: '现在可得', whatif: '如果数字变了',
    whatif_hint: '拖动滑块，看结果如何变化。同类字段按同一比例变化，不改动登记数据。', reset: '恢复原值',
    eligible: '符合条件', undetermined: '还缺数据', ineligible: '不符合', more: '全部显示',
    undetermined_hint: '补齐下列数据即可判定；括号内是掌握数据的部门。',
    ineligible_hint: '差距最小的排在最前。', and_rights: n => `另有 ${n} 项无金额的资格或便利`, no_company: '没有找到企业',
    short: '还差', over: '超出', has: '本企业', basis: '依据', missing: '缺少', held: '由', holds: '掌握', nobody: '政策参数，尚未公布或未配置',
    unverified: '出处待核实', direct: '免申即享', confirm: '即申即享', apply: '需申报', self: '自行享受', upto: '至', unknown: '金额待定', right: '资格',
    no_change: '结果与现在相同', gain: '新获得', lose: '不再享受', differ: '金额变化', more_by: '比现在多', less_by: '比现在少', condition: '条件',
    none_here: '没有', proof: (d, y, r) => `基准日 ${d} · 年度 ${y} · 规则集 ${r}`, staff: '职工人数', rnd: '研发费用', revenue: '营业收入', of_year: y => `${y} 年`,
    kinds: {cash: '现金奖补', tax: '减免税费', deduction: '加计扣除', rate: '优惠税率', deferral: '缓缴', right: '资格', voucher: '券', 'in-kind': '实物', loan: '融资', recognition: '认定'},
    failed: '服务没有应答，请稍后再试', gone: '令牌无效或已过期', sum_note: '仅合计现金奖补与减免税费；不兼得的政策不计入，不含扣除额、额度等不可相加的项目',
    at_the_least: '至少', upper: '上限', displaced: '与其他政策不兼得，未计入', open: '是否兼得待定', empty_field: '未登记', at_most: '以内', at_least: '起', units: {person: '人', '1': ''},
  },
  en: {
    skip: 'Skip to the answer', title: 'What a company can get', day: 'As of', other: '中文', token: 'Access token', open: 'Open',
    search: 'Find a company by name or credit code', gets: 'Available now', whatif: 'What if the figures change',
    whatif_hint: 'Move a slider and see the answer change. Fields of one kind move together; nothing on record is touched.', reset: 'Back to the record',
    eligible: 'Eligible', undetermined: 'Data missing', ineligible: 'Not eligible', more: 'Show all',
    undetermined_hint: 'These inputs settle the answer; the department that holds each is named.',
    ineligible_hint: 'The nearest come first.', and_rights: n => `and ${n} rights or services without an amount`, no_company: 'No company found',
    short: 'Short by', over: 'Over by', has: 'This company', basis: 'Basis', missing: 'Missing', held: 'held by', holds: '', nobody: 'a figure of the policy, not published or not set',
    unverified: 'source to be verified', direct: 'paid without applying', confirm: 'confirm to receive', apply: 'apply for it', self: 'claim it yourself', upto: 'to', unknown: 'amount open', right: 'a right',
    no_change: 'The answer is the same as now', gain: 'Gained', lose: 'Lost', differ: 'Amount changes', more_by: 'more than now:', less_by: 'less than now:', condition: 'Condition',
    none_here: 'none', proof: (d, y, r) => `As of ${d} · year ${y} · rule set ${r}`, staff: 'Staff', rnd: 'R&D spend', revenue: 'Revenue', of_year: y => `${y}`,
    kinds: {cash: 'cash', tax: 'tax relief', deduction: 'deduction', rate: 'lower rate', deferral: 'deferral', right: 'right', voucher: 'voucher', 'in-kind': 'in kind', loan: 'loan', recognition: 'recognition'},
    failed: 'The service did not answer, please try again', gone: 'The token is not valid or has expired', sum_note: 'Only cash and tax relief are added up, without policies that give way to others; deductions, credit lines and the like are not',
    at_the_least: 'at least', upper: 'upper end', displaced: 'not beside another policy, not counted', open: 'may exclude another policy', empty_field: 'not on record', at_most: 'at most', at_least: 'at least', units: {'元': 'yuan', '人': 'persons', '%': '%', '1': ''},
  },
};
