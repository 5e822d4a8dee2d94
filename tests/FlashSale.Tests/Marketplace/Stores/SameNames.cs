namespace FlashSale.Tests.Stores;

/// <summary>Pairs of names, and whether they are one mark (rule STO-4): the same on every host.</summary>
public static class SameNames
{
    /// <summary>One name, another, and whether they are the same.</summary>
    public static TheoryData<string, string, bool> Rows => new()
    {
        { "Tao Mark", "TAO MARK", true },
        { "Tao Mark", "  tao   mark ", true },
        { "Tao Mark", "Ｔａｏ　Ｍａｒｋ", true }, // as Chinese keyboards type it
        { "Tao Mark", "Tao\u00A0Mark", true }, // a space that does not break
        { "Tao Mark", "Tao\u200B Mark", true }, // a space of no width
        { "Tao Mark", "\u202ATao Mark\u202C", true }, // told to run from left to right
        { "Tao Mark", "T\u00ADao Ma\uFE0Frk", true },
        { "Café", "Cafe\u0301", true },
        { "ﬁne ware", "FINE WARE", true },
        { "Σίσυφος", "ΣΊΣΥΦΟΣ", true },
        { "ガラス", "ｶﾞﾗｽ", true }, // narrow Katakana
        { "한글", "\u1112\u1161\u11AB\u1100\u1173\u11AF", true },
        { "豈有", "\uF900有", true }, // a letter for compatibility only
        { "№ 5", "No 5", true },
        { "Tao Mark", "TaoMark", false },
        { "Cafe", "Café", false },
        { "淘宝女装", "淘宝男装", false },
        { "Tao Mark", "Tао Mark", false }, // a Cyrillic «а» and «о»: out of scope, see ShownText
    };
}
