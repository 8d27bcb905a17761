using BenchmarkDotNet.Running;
using PolicyLint.Benchmarks;

switch (args)
{
    case ["floor", .. var rest]:
        return Floor.Run(rest);
    case ["growth", .. var rest]:
        return Growth.Run(rest);
    case ["cold-start", .. var rest]:
        return ColdStart.Run(rest);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Floor).Assembly).Run(args);
        return 0;
}
