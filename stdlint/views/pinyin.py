"""Compare Chinese words by their pinyin.

The 3 755 characters of the first level of GB/T 2312 stand in the order of their readings, so that one character for
each syllable, the first one, tells all others.
"""

from __future__ import annotations

from bisect import bisect_right

_FIRST = (
    "啊埃鞍肮凹芭白斑邦苞杯奔崩逼鞭标鳖彬兵玻捕擦猜餐苍操厕层插拆搀昌超车郴撑吃充抽初揣川疮吹春戳疵聪凑粗蹿摧村磋搭呆耽当刀德蹬堤颠碉跌丁丢东兜督端堆墩掇蛾恩而发藩坊菲芬丰佛否夫噶该干冈篙哥给根耕工钩辜刮乖棺光瑰辊锅"
    "哈骸酣夯壕呵嘿痕哼轰喉呼花槐欢荒灰荤豁击嘉歼僵蕉揭巾荆炯揪鞠捐撅均喀开刊康考坷肯坑空抠枯夸块宽匡亏坤括垃莱蓝琅捞勒雷棱厘俩联粮撩列琳玲溜龙楼芦驴峦掠抡萝妈埋瞒芒猫么玫门萌眯棉苗蔑民明谬摸谋拇拿氖南囊挠呢馁嫩能妮"
    "蔫娘鸟捏您柠牛脓奴女暖虐挪哦欧啪拍攀乓抛呸喷砰坯篇飘撇拼乒坡扑期掐牵枪橇切钦青琼秋趋圈缺裙然瓤饶惹壬扔日戎揉茹软蕊闰若撒腮三桑搔瑟森僧莎筛珊墒梢奢砷声师收蔬刷摔栓霜谁吮说斯松搜苏酸虽孙蓑塌胎坍汤掏特藤梯天挑贴厅通"
    "偷凸湍推吞拖挖歪豌汪威瘟嗡挝巫昔瞎掀相萧楔薪星兄休墟轩靴勋压焉殃邀椰一茵英哟拥幽迂鸳曰耘匝栽咱赃遭责贼怎增扎摘瞻樟招遮珍蒸芝中舟珠抓拽专桩椎谆捉兹鬃邹租钻嘴尊昨"
)
_STARTS = [char.encode("gb2312") for char in _FIRST]
_LAST = "座".encode("gb2312")
_TWO_READINGS = frozenset(
    "重长传调行差单参藏曾朝乘当都度恶分干更好和还会几将角解降卷卡量率落模难宁强切曲色省盛识石数似宿弹提同为校相血压应载种转着作折曝薄便处大地发供冠号荷划混给结禁尽空累露绿没磨泡铺奇塞散扇少舍什食说缩通吐尾吓鲜约扎占正只中钻阿"
)
"""Characters with readings far apart, of which the draft may mean either."""


def precedes(word: str, other: str) -> bool:
    """Say whether a word surely stands in front of another.

    The first character that differs decides by its syllable. Characters of one syllable are ordered by tone or strokes,
    which no two indexes do alike, and are not compared; nor are those that have no reading here.
    """
    for char, against in zip(word, other, strict=False):
        if char != against:
            syllable, reading = _syllable(char), _syllable(against)
            return 0 <= syllable < reading
    return False


def _syllable(char: str) -> int:
    if not "\u4e00" <= char <= "\u9fff" or char in _TWO_READINGS:
        return -1
    try:
        code = char.encode("gb2312")
    except UnicodeEncodeError:
        return -1
    return bisect_right(_STARTS, code) - 1 if code <= _LAST else -1
