using System.Collections.Immutable;
using PolicyLint.Catalog;

namespace PolicyLint.Analysis;

/// <summary>A whole policy seen as access: what its statements allow and deny.</summary>
public sealed class PolicyAccess
{
    internal PolicyAccess(PolicyDocument document, ServiceCatalog catalog)
    {
        Document = document;
        Catalog = catalog;
        Statements = [.. document.Statements.Select(statement => new StatementAccess(this, statement))];
    }

    /// <summary>The document.</summary>
    public PolicyDocument Document { get; }

    /// <summary>The catalogue that actions are looked up in.</summary>
    public ServiceCatalog Catalog { get; }

    /// <summary>Its statements, in the order written.</summary>
    public ImmutableArray<StatementAccess> Statements { get; }
}
