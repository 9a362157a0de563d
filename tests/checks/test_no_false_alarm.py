"""Correct drafts in wordings that differ from our samples: the catalogue must have no doubt about them."""

# ruff: noqa: E501 - the drafts are running text

import pytest

from gxdesk.checks.api import Severity
from gxdesk.checks.runner import run
from gxdesk.diagnosis.attach import diagnose

COUNTY = {
    "authority": "临水县人民政府",
    "cells": {
        "disclosure": {
            "normative.made": 12,
            "normative.abolished": 9,
            "normative.in_force": 146,
            "licensing.decisions": 25814,
            "penalty.decisions": 3170,
            "coercion.decisions": 88,
            "fees.amount": "12873.46",
        },
        "applications": {
            "new.natural": 204, "new.business": 21, "new.legal": 5, "new.total": 230,
            "carried_in.natural": 9, "carried_in.business": 1, "carried_in.total": 10,
            "granted.natural": 131, "granted.business": 14, "granted.legal": 5, "granted.total": 150,
            "partial.natural": 20, "partial.business": 4, "partial.total": 24,
            "denied_third_party.natural": 6, "denied_third_party.total": 6,
            "denied_process.natural": 8, "denied_process.total": 8,
            "unable_not_held.natural": 26, "unable_not_held.business": 3, "unable_not_held.total": 29,
            "refused_petition.natural": 9, "refused_petition.total": 9,
            "other_other.natural": 2, "other_other.total": 2,
            "total.natural": 202, "total.business": 21, "total.legal": 5, "total.total": 228,
            "carried_out.natural": 11, "carried_out.business": 1, "carried_out.total": 12,
        },
        "review_litigation": {
            "review.upheld": 5, "review.corrected": 1, "review.other": 2, "review.total": 8,
            "suit.upheld": 2, "suit.total": 2,
            "suit_after_review.upheld": 1, "suit_after_review.pending": 1, "suit_after_review.total": 2,
        },
    },
    "prose": {
        "overview": """2024年，临水县深入学习贯彻党的二十届三中全会精神，坚持以公开促落实、强监管、优服务，较好完成年度任务。
（一）主动公开情况。全县通过政府网站主动公开政府信息12,640条，其中概况类360条、政务动态8,105条、信息公开目录4,175条；“临水发布”微信公众号推送3,214条，阅读量达265.8万人次。全年举行新闻发布会9场，解读政策文件42件，图文、视频等多元化解读占比达80%以上。网民留言办结率100%。
（二）依申请公开情况。全年新收政府信息公开申请230件，比上年增加26件，加上上年结转10件，共办理240件，已办结228件，其余12件按规定结转下年度继续办理。在办结件中，予以公开150件，占65.8%；部分公开24件。因信息公开引发行政复议8件，行政诉讼4件，其中1件尚未审结。
（三）政府信息管理情况。制发行政规范性文件12件，废止9件，现行有效146件，全部实行“三统一”管理，动态更新效力状态。
（四）平台建设情况。优化县政府网站检索功能，整合11个乡镇专栏；“12345”政务服务便民热线受理群众诉求3.2万件，办结率98.7%。
（五）监督保障情况。将政务公开纳入县直部门综合考核，占4分；组织培训3期、210人次；开展社会评议，满意度为96.4%；对2个工作滞后单位负责同志进行约谈，未发生需要追究责任的情形。""",
        "problems": """（一）存在的主要问题
1.政策解读针对性不强，企业和群众看不懂、不解渴的情况仍然存在。
2.部分乡镇公开专栏更新不及时，信息质量有待提升。
（二）改进情况
上年度指出的“重发布、轻解读”等问题已整改。下一步：
1.完善政策解读机制，推广“一图读懂”，组织主要负责人走进直播间讲政策。
2.对乡镇专栏实行月提醒、季通报，确保信息及时、准确。""",
        "other": """（一）2024年共发出信息处理费收费通知3件，实际收取1件，收取信息处理费120元。
（二）年度工作要点落实情况。按照省、市政务公开要点，制定任务清单46项，全部落实到位。
（三）本报告电子版可从县政府网站下载，联系电话：0436-2212345。""",
    },
}  # fmt: skip
TOWN = {
    "authority": "临水县白河镇人民政府",
    "prose": {
        "overview": """按照县政府统一部署，我镇认真落实政府信息公开各项工作。
一是主动公开。通过县政府网站白河镇专栏公开各类信息86条，村务公开栏每月更新。
二是依申请公开。全年未收到公民、法人或者其他组织的信息公开申请，无上年结转申请。
三是政府信息管理。严格落实“三审三校”，发布前由分管领导审签。
四是公开平台建设。在便民服务中心设立政务公开专区，摆放申请表和办事指南。
五是监督保障。镇党委会专题研究公开工作2次，纳入村级考核；邀请人大代表、村民代表开展社会评议；全年没有责任追究情形。""",
        "problems": "问题：工作人员身兼数职，对条例学习不深。改进：安排专人负责，参加县里组织的业务培训，每月自查一次。",
        "other": "无其他需要报告的事项。2024年未产生信息处理费。",
    },
}
OLD = {
    "standard": "2019",
    "year": 2020,
    "authority": "云州市水务局",
    "cells": {
        "disclosure": {
            "normative.made": 1, "normative.published": 1, "normative.total": 9,
            "licensing.last_year": 14, "licensing.change": "-2", "licensing.decisions": 96,
            "penalty.last_year": 61, "penalty.change": "+3", "penalty.decisions": 17,
            "procurement.items": 4, "procurement.amount": "318.62",
        },
        "applications": {
            "new.natural": 3, "new.total": 3, "granted.natural": 2, "granted.total": 2,
            "unable_not_held.natural": 1, "unable_not_held.total": 1, "total.natural": 3, "total.total": 3,
        },
    },
    "prose": {
        "overview": """2020年，市水务局以习近平新时代中国特色社会主义思想为指导，全面落实新修订的《中华人民共和国政府信息公开条例》，现将有关情况报告如下。
（一）主动公开方面。在市政府网站发布水资源公报、河湖长制、饮用水水源地水质等信息412条，同比增长8.4%；印发规范性文件1件。作出行政许可96件、行政处罚17件，均在7个工作日内公示。
（二）依申请公开方面。收到申请3件，均为自然人通过网络提出，全部在20个工作日内答复，其中予以公开2件，1件因本机关不掌握无法提供。没有因信息公开被申请行政复议、提起行政诉讼。
（三）政府信息管理方面。修订信息发布审核办法，明确谁发布、谁负责。
（四）平台建设方面。“云州水务”微信公众号全年推送近300篇，粉丝1.2万余人。
（五）监督保障方面。成立领导小组，由局长任组长，举办培训1次。""",
        "problems": "主要问题：一是公开深度不够，重结果轻过程；二是人员流动较快，业务不够熟练。改进措施：一是细化目录，公开工程建设各环节信息；二是加强培训，建立AB岗，保持队伍稳定。",
        "other": "本机关没有其他需要报告的事项。",
    },
}  # fmt: skip
HEALTH = {
    "authority": "望山区卫生健康局",
    "cells": {
        "disclosure": {
            "licensing.decisions": 1893,
            "penalty.decisions": 204,
            "coercion.decisions": 0,
            "fees.amount": "0",
        },
        "applications": {
            "new.natural": 14,
            "new.business": 2,
            "new.total": 16,
            "granted.natural": 7,
            "granted.business": 1,
            "granted.total": 8,
            "unable_not_held.natural": 5,
            "unable_not_held.business": 1,
            "unable_not_held.total": 6,
            "denied_enforcement.natural": 1,
            "denied_enforcement.total": 1,
            "total.natural": 13,
            "total.business": 2,
            "total.total": 15,
            "carried_out.natural": 1,
            "carried_out.total": 1,
        },
    },
    "prose": {
        "overview": """（一）主动公开。一年来，区卫健局聚焦群众就医需求，累计发布各类信息1036条，较去年增加112条。其中，工作动态622条，公示公告207条，健康科普207条。在“健康望山”视频号上线《健康小课堂》栏目，播放量突破50万次；召开疫苗接种政策吹风会2场。
（二）依申请公开。畅通线上线下受理渠道，共收到政府信息公开申请16件，其中15件已在法定期限内答复，1件结转至2025年办理，答复率为100%。全年未发生因政府信息公开引发的行政复议或者行政诉讼。
（三）政府信息管理。修订完善《信息发布“三审”管理办法》，全面开展隐私信息排查，累计排查历史信息4200余条，完成脱敏处理37条。
（四）平台建设。完成政务公开专区提档升级，新增医保政策、托育机构等专题；常态化开展政务新媒体巡检，全年未出现严重表述错误。
（五）监督保障。调整政务公开领导小组，主要领导任组长；将公开工作纳入目标绩效考核；组织专题培训2场、覆盖80余人；主动接受社会评议，未发生责任追究。""",
        "problems": """虽然我局政府信息公开工作取得了一定成效，但还存在一些问题：一是信息公开的深度和广度还需拓展，群众关心的费用、床位等信息公开不够细；二是解读材料专业术语偏多，可读性不强；三是基层医疗机构公开基础较为薄弱。
针对以上问题，我局将从三个方面抓好整改：一是围绕群众看病就医全流程，梳理公开事项清单，细化费用、床位、号源等公开内容；二是多用案例、漫画、短视频等方式解读政策，请一线医生讲政策；三是加强对基层医疗机构的业务指导，开展“一对一”帮扶，推动公开工作均衡发展。""",
        "other": """（一）收费情况。2024年，我局依申请公开政府信息未收取任何信息处理费。
（二）人大代表建议和政协提案办理情况。承办区人大代表建议11件、政协提案14件，均已按时办结，满意率100%。
（三）其他事项。无。""",
    },
}
FINANCE = {
    "authority": "青川市财政局",
    "cells": {
        "applications": {
            "new.natural": 5,
            "new.total": 5,
            "carried_in.natural": 1,
            "carried_in.total": 1,
            "granted.natural": 3,
            "granted.total": 3,
            "partial.natural": 1,
            "partial.total": 1,
            "refused_repeat.natural": 2,
            "refused_repeat.total": 2,
            "total.natural": 6,
            "total.total": 6,
        },
        "review_litigation": {"review.upheld": 1, "review.total": 1},
        "disclosure": {
            "normative.made": 2,
            "normative.abolished": 1,
            "normative.in_force": 31,
            "fees.amount": "15.2",
        },
    },
    "prose": {
        "overview": """2024年，青川市财政局严格按照条例规定，持续做好财政信息公开。
1.主动公开方面
坚持“公开是常态、不公开是例外”，按时公开2024年政府预算和2023年政府决算，指导全市86个预算部门同步公开。出台行政规范性文件2件，同步配发解读材料2份。市政府门户网站、局官网共发布信息518条。
2.依申请公开方面
新收政府信息公开申请5件，均来自自然人，另有上年结转1件，当年全部办结，无结转下年办理情况。其中，予以公开3件、部分公开1件、不予处理2件（均属重复申请）。被申请行政复议1件，复议机关维持我局答复；无行政诉讼。
3.政府信息管理方面
对本局牵头制定的32件规范性文件进行评估，废止1件，继续有效31件；对涉企政策开展公平竞争审查。
4.政府信息公开平台建设方面
改版“预决算公开”专栏，按年度、按部门、按科目三种方式检索；设置意见箱和投诉电话。
5.监督保障方面
局党组会听取汇报1次，组织预算公开专项检查1次，发现问题14个，均已整改；通过第三方开展满意度测评，综合得分93.5分。""",
        "problems": "2024年主要存在三方面不足：预算公开内容专业性强，普通群众理解有难度；个别单位公开时间晚于规定期限；新媒体运用不充分。2025年，我局将做好以下工作：一是编印群众看得懂的预算简本；二是按月督促检查，对逾期公开的单位予以通报；三是开通政务微信，丰富传播渠道。",
        "other": "根据《政府信息公开信息处理费管理办法》，我局2024年度未收取信息处理费。本年度没有其他需要报告的事项。",
    },
}

FREE = """临水县教育局2015年政府信息公开年度报告
根据《中华人民共和国政府信息公开条例》第三十一条、第三十二条的规定，编制本报告。本报告所列数据的统计期限自2015年1月1日起至2015年12月31日止。如有疑问，请与县教育局办公室联系，电话：0436-2218890。
一、概述
2015年，我局按照县政府统一安排，调整了信息公开工作领导小组，制定了发布审核制度，确定办公室两名同志具体负责。
二、主动公开政府信息的情况
全年主动公开政府信息126条，其中机构职能类4条，政策法规类12条，业务动态类110条。通过县政府网站公开126条，同时在宣传栏、《临水教育》简报等刊登40余条。
三、依申请公开政府信息的情况
在局办公室设立受理点，按照收到申请之日起15个工作日内答复的要求办理。全年收到依申请公开2件，均已答复，同意公开2件。
四、政府信息公开的收费及减免情况
全年提供信息没有收取检索、复制、邮寄等费用，无减免事项。
五、因政府信息公开申请行政复议、提起行政诉讼的情况
全年没有发生行政复议和行政诉讼。
六、存在的主要问题和改进措施
存在的问题：网站栏目更新还不够及时，学校信息报送数量不均衡。2016年，我们将实行信息报送月通报制度，督促各学校及时更新栏目内容。
临水县教育局
2016年3月10日"""


def doubts(report) -> list[tuple[str, str]]:
    outcome = run(report)
    findings = diagnose(report, outcome.findings)
    return [(f.rule, f.message) for f in findings if f.severity is not Severity.INFO]


@pytest.mark.parametrize(
    "arguments",
    [COUNTY, TOWN, HEALTH, FINANCE, OLD],
    ids=["county", "town", "health", "finance", "water-2020"],
)
def test_correct_drafts(report_of, draft, arguments):
    assert doubts(report_of(draft(**arguments))) == []


def test_a_correct_draft_of_the_free_form(report_of):
    assert doubts(report_of(FREE)) == []


def test_a_correct_county_report_knows_one_wrong_figure(report_of, draft):
    text = draft(**COUNTY)
    assert "已办结228件" in text
    found = doubts(report_of(text.replace("已办结228件", "已办结282件")))
    assert [rule for rule, _ in found] == ["prose.table"]
