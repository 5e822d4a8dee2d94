namespace FlashSale.Dashboard;

/// <summary>A command as it came: the ids of its address, and its body.</summary>
internal ref struct CommandText(IdParts ids, BodyReader body)
{
    /// <summary>The ids, in the order of the address.</summary>
    public IdParts Ids = ids;

    /// <summary>The body; stands before its value.</summary>
    public BodyReader Body = body;
}
