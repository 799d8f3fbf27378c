"""The numbers cities and counties publish (domain.md §3.1, §4.2), and which figures answer each of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Published:
    """One published indicator.

    row: its row in domain.md §3.1, or what it comes from there. figures: keys of what answers it, all of it
    when nothing is `missing`. how: how to read them; missing: what is out of reach, and why.
    """

    row: str
    what: str
    said: str
    by: str
    figures: tuple[str, ...] = ()
    how: str = ""
    missing: str = ""


_OPINION = "社情民意的收稿、编发、采用和批示没有记录，这里只记协商、走访、工作室和办实事"
_TRAINING = "学习培训没有记录，只有工作室的学习培训活动"
_RESEARCH = "调研视察的课题、报告没有记录，只有协商的会前调研和工作室的调研视察活动"
_PROPOSAL = "提案的提出、立案和办理没有记录"
_PARTY = "党建工作没有记录"
_PEOPLE = "协商、走访、工作室活动合在一起去重的人数没有作指标"

PUBLISHED: tuple[Published, ...] = (
    Published("1", "确定协商议题计划", "288 个", "昆明 2022", ("topics_planned",)),
    Published("2", "示范点", "18 个", "昆明 2022",
              ("demo_sites", "demo_sites_county", "demo_sites_city", "demo_sites_province")),
    Published("3", "基层协商议事活动", "155 场次", "昆明 2022", ("meetings", "topics_held", "topic_rate"),
              "场次和议题数不能相除，议题开展率另算"),
    Published("4", "工作动态信息、典型案例、精品案例", "141 条、110 篇、29 篇", "昆明 2022",
              ("dynamic_info", "typical_cases", "quality_cases", "quality_total"), "三个数各算各的"),
    Published("5", "省政协会议交流，精品案例入选省汇编", "2 次，入选", "昆明 2022",
              ("cases_exchanged_province", "cases_compiled"), "入选汇编不分省、市"),
    Published("6", "社情民意收到", "452 篇", "昆明 2022",
              ("tasks_to_opinion", "visit_opinion_infos", "studio_opinion_infos"),
              "只有协商、走访、工作室转成的", _OPINION),
    Published("7", "编发《社情民意》", "92 期", "昆明 2022", missing=_OPINION),
    Published("8", "市领导批示社情民意", "62 件次", "昆明 2022", ("instructions_city",),
              "只有记在协商活动里的批示", _OPINION),
    Published(
        "9", "社情民意报省政协、省采用、省领导批示、报全国", "34、8、5、4", "昆明 2022", missing=_OPINION,
    ),
    Published("10", "中心组学习、座谈会、专题讲座", "3、16、12 次", "昆明 2022", ("studio_study",),
              "只有工作室的", _TRAINING),
    Published("11", "远程视频参加全国、省培训", "1、3 次", "昆明 2022", missing=_TRAINING),
    Published("12", "重点调研视察", "20 余次", "昆明 2022", ("research_trips", "studio_research"),
              "只有会前调研和工作室的", _RESEARCH),
    Published(
        "13", "走访重点企业，提出意见建议", "16 家，15 条", "昆明 2022", ("enterprise_visits", "demands",
    ),
              "走访按次算，同一家去两次算两次", _RESEARCH),
    Published("14", "线上观看、订单、销售额、采购协议", "146 万人次等", "昆明 2022",
              missing="直播带货和书香活动没有记录"),
    Published("15", "工作任务数、参与县区数", "23 项，14 个", "昆明 2022", missing="这是市里汇总各县的数"),
    Published("16", "建党支部换届", "15 个", "昆明 2022", missing=_PARTY),
    Published(
        "17", "委员工作站、委员工作室", "1363 个、1167 个", "甘肃 2024", ("studio_stations", "studio_rooms"),
    ),
    Published("18", "参与委员", "四级 19 万名", "甘肃 2024",
              ("meeting_members", "visit_members", "studio_active_members"),
              "三类活动各自按人去重，三个数不能相加", _PEOPLE),
    Published("19", "联系界别群众活动、联系群众", "1.4 万余次、93 万余人", "甘肃 2024",
              ("contacts", "contact_people")),
    Published("20", "推动解决问题", "9800 余件", "甘肃 2024",
              ("problems_solved", "tasks_closed", "problems_closed", "deeds_closed"),
              "同一件事在两处登记办结会算两次，只登一处"),
    Published("21", "界别委员大会发言", "78 篇", "甘肃 2024", missing="全会和大会发言没有记录"),
    Published("22", "协商平台、协商活动", "1000 余个、2600 余场次", "武汉 2024",
              ("platforms", "meetings", "frontline_meetings")),
    Published("23", "党支部、党员委员、制度、风险点", "10 个、223 名等", "武汉 2024", missing=_PARTY),
    Published("24", "宣讲、界别工作室、短视频", "1200 多场、23 个、50 多期", "西安 2024",
              ("talks_total", "talks", "studio_preach", "sector_studios"), missing="短视频没有记录"),
    Published("25", "委员工作站", "242 个", "深圳 2024", ("studio_stations",)),
    Published("26", "各协商品牌场次", "7 期、50 场、225 场、103 期", "深圳 2024",
              ("meetings", "grassroots_meetings", "courtyard_meetings", "sector_talks", "negotiate_meetings",
               "face_to_face_meetings", "livelihood_hall_meetings", "border_meetings", "micro_meetings"),
              "协商活动按品牌分就有；自己的品牌在选项里加"),
    Published("27", "参与履职、人均、标兵和优秀委员", "24000 多人次、18 次、18 名等", "深圳 2024",
              ("duty_attendance", "members_total"), "人均是委员履职除以委员总数",
              "评选标兵、优秀没有记录；人均次数没有作指标"),
    Published("28", "委员履职", "315 名委员 3606 项", "临沧 2020", ("duty_attendance", "duty_presence"),
              "每位委员几次，看点名履职按委员分", _PEOPLE),
    Published("29", "报告获批示", "18 个、17 个、6 个", "临沧 2020", missing=_RESEARCH),
    Published("30", "考察团接待", "34 批 359 人次", "临沧 2020", missing="来访接待没有记录"),
    Published("31", "邀请党派参加活动", "208 人次", "临沧 2020", ("duty_presence",),
              "按界别分，把各党派几行相加"),
    Published("32", "主席班子牵头调研、捐赠", "16 人次、100 余万元", "临沧 2020", ("donations",),
              missing=_RESEARCH),
    Published("33", "课题、报告、党课、问题、清单、解决", "12、38、11、48、37、6", "临沧 2020",
              ("problems_raised", "problems_closed"), "只有走访反映和办结的问题", _RESEARCH),
    Published("34", "回乡参与村庄规划委员，采纳意见", "510 名，17 条", "临沧 2020",
              ("visit_members", "suggestions_adopted"),
              "走访里选这个专项行动，自己加一个带这个条件的指标；采纳意见只有协商会上的"),
    Published("35", "主题教育调研报告、领办项目、办实事", "8 篇、7 件、37 件", "昭通 2024",
              ("led_projects", "deeds"), missing=_RESEARCH),
    Published("36", "调研视察课题、次数", "18 个、19 次", "昭通 2024", missing=_RESEARCH),
    Published("37", "提案收到、立案、办复、重点", "225、221、221、10 件", "昭通 2024", ("tasks_to_proposal",),
              "只有协商共识转成的", _PROPOSAL),
    Published("38", "社情民意收到、采编、批示", "281、239、179 条", "昭通 2024", missing=_OPINION),
    Published("39", "挂联调研、报告", "16 次、14 份", "昭通 2024", missing=_RESEARCH),
    Published("40", "走访党派、党派发言、党派提案", "13 次、18 人次、36 件", "昭通 2024", ("visits",),
              "走访党派记在委员走访里，自己加一个带条件的指标", _PROPOSAL),
    Published("41", "刊播稿件、宣讲", "260 余篇、13 次", "昭通 2024", ("articles", "talks_total"),
              "只有登记过的信息案例刊发的"),
    Published("42", "视察监督议题", "8 个", "昭通 2024", missing=_RESEARCH),
    Published("43", "院坝协商：普法强基，其余四项", "162 场，57 场", "昭通 2024",
              ("courtyard_meetings", "courtyard_attendance", "courtyard_closed"), "按五项重点分"),
 Published("44", "走基层：联系专家、深入基层、服务群众、办实事", "1665 名、9805 人次、2.95 万人次、2256 件",
              "昭通 2024", ("experts", "outreach_count", "people_served", "deeds"),
              "联系专家按次相加，同一位两次算两名"),
    Published("45", "书画展、作品", "3 期、400 余件", "昭通 2024", ("artworks",), "只有走访时送的书画",
              "书画展没有记录"),
    Published("46", "派出培训、请进来培训、派骨干", "271 名、130 名、3 人次", "昭通 2024", missing=_TRAINING),
    Published("47", "工作室：新建、新增入室、入室", "11 个、135 人、226 人（57.4%）", "昭通 2024",
              ("studios_opened", "studio_joined", "studio_members", "studio_cover_rate")),
    Published("48", "承诺书、撤销资格、程序安装率", "394、1、95%", "昭通 2024", ("members_revoked",),
              missing="承诺书和手机程序没有记录"),
    Published("49", "调研课题、报告、批示", "12、9、3", "荥阳 2023", missing=_RESEARCH),
    Published("50", "协商平台：市级、乡级、村、企业", "1、12、9、11", "荥阳 2023",
              ("platforms_county", "platforms_township", "platforms_village", "platforms_enterprise"),
              "县级市的市级平台选县级"),
    Published("51", "培训", "近百名", "荥阳 2023", missing=_TRAINING),
    Published("县级", "场次、覆盖乡镇和村、共识、推动解决", "36 场次、10 乡镇 25 村、132 项、86 件", "元江",
              ("meetings", "townships_covered", "villages_covered", "consensus", "problems_solved")),
    Published(
        "县级", "协商场次、解决问题", "近千场次、2800 余个", "云南 2023", ("meetings", "problems_solved"),
    ),
    Published("县级", "“协商在基层”三年：场所、场次、解决", "1500 余、4000 多场、8100 余件", "云南",
              ("platforms", "grassroots_meetings", "problems_solved")),
    Published("县级", "民生议事堂、党政主要负责人参加", "379 次、184 次", "杭州",
              ("livelihood_hall_meetings", "party_head_meetings")),
    Published("县级", "委员、工作站、协商室、协商、诉求、社情民意、办实事",
              "1281、122、1968、5162、2000 多、72、150 余", "定西",
              ("members_total", "studio_stations", "platforms", "meetings", "demands_total", "deeds"),
              missing=_OPINION),
    Published("县级", "资助学生、送医送药、书画、科技宣讲、消费帮扶", "通报项", "定西",
              ("students_aided", "patients_served", "artworks", "tech_talks", "purchases")),
    Published("县级", "提案立案、办理结果、分类", "470 件等", "昆明 2020", missing=_PROPOSAL),
    Published("报表 X7", "社情民意信息统计表", "各列", "报表清单", missing=_OPINION),
    Published("报表 X8", "提案清单、办理情况统计", "各列", "报表清单", missing=_PROPOSAL),
    Published("报表 X9", "委员履职统计表", "各列", "报表清单",
              ("duty_presence", "meeting_presence", "meeting_leave", "meeting_absent", "visit_presence",
               "studio_presence"), "按委员分", "提案、社情民意和积分没有记录"),
    Published("报表 X11", "调研视察、学习培训汇总", "各列", "报表清单", missing=_RESEARCH),
)  # fmt: skip
