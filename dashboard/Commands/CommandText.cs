namespace FlashSale.Dashboard;

/// <summary>A command as it came: the ids of its address, its body, and its client's name for it.</summary>
internal ref struct CommandText(IdParts ids, BodyReader body, RequestId request, bool hasBody)
{
    /// <summary>The ids, in the order of the address.</summary>
    public IdParts Ids = ids;

    /// <summary>The body; stands before its value.</summary>
    public BodyReader Body = body;

    /// <summary>Whether there is one; a command whose body may be left out asks.</summary>
    public readonly bool HasBody => hasBody;

    /// <summary>The client's name for a command that may be done again; none if it gave none.</summary>
    public readonly RequestId Request => request;
}
