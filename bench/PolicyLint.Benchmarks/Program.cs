using BenchmarkDotNet.Running;
using PolicyLint.Benchmarks;

if (args is ["floor", .. var rest])
    return Floor.Run(rest);

BenchmarkSwitcher.FromAssembly(typeof(Floor).Assembly).Run(args);
return 0;
