using System.Collections.Immutable;
using PolicyLint.Evaluation;

namespace PolicyLint.Configuration;

/// <summary>What a rule of a configuration asks of one element of a statement.</summary>
/// <param name="AnyOf">The statement reaches something of at least one of these.</param>
/// <param name="AllOf">The statement reaches everything of each of these.</param>
/// <param name="NoneOf">The statement reaches nothing of any of these.</param>
internal sealed record Demand<T>(ImmutableArray<T> AnyOf, ImmutableArray<T> AllOf, ImmutableArray<T> NoneOf)
{
    /// <summary>What the statement must reach: what the finding is then about.</summary>
    public IEnumerable<T> Wanted => AnyOf.Concat(AllOf);

    /// <summary>Whether the demand is met.</summary>
    /// <param name="reaches">Whether the statement reaches something of what is asked for.</param>
    /// <param name="covers">Whether it reaches everything of it.</param>
    public Truth IsMet(Func<T, Truth> reaches, Func<T, Truth> covers)
    {
        Truth any = AnyOf.IsEmpty ? Truth.Yes : AnyOf.Select(reaches).Aggregate(TruthExtensions.Or);
        Truth all = AllOf.Select(covers).Aggregate(Truth.Yes, TruthExtensions.And);
        Truth none = NoneOf.Select(item => reaches(item).Not()).Aggregate(Truth.Yes, TruthExtensions.And);
        return any.And(all).And(none);
    }
}
