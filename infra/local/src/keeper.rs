//! Keeps the world on a thread of its own: whoever reads or changes it has it alone, one after the other. While its clock
//! runs with the machine's, time passes between two of them.

use crate::world::World;
use futures::future::LocalBoxFuture;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};

type Job = Box<dyn for<'a> FnOnce(&'a mut World) -> LocalBoxFuture<'a, ()> + Send>;

/// How often a running clock is looked at.
const TICK: Duration = Duration::from_secs(1);

/// A way to the world; its copies lead to the same.
#[derive(Clone)]
pub struct Keeper(mpsc::UnboundedSender<Job>);

/// The thread that keeps the world is gone.
#[derive(Debug, thiserror::Error)]
#[error("the local cloud has stopped")]
pub struct Gone;

impl Keeper {
    /// Keeps the world that `make` makes, on a thread of its own.
    ///
    /// # Errors
    /// What `make` says; or the operating system, where it has no thread to give.
    pub async fn start<E: Send + From<Gone> + 'static>(
        make: impl AsyncFnOnce() -> Result<World, E> + Send + 'static,
    ) -> Result<Self, E> {
        let (jobs, mut queue) = mpsc::unbounded_channel::<Job>();
        let (made, ready) = oneshot::channel();
        let work = move || {
            let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else {
                return;
            };
            runtime.block_on(async {
                let mut world = match make().await {
                    Ok(world) => world,
                    Err(error) => {
                        let _ = made.send(Err(error));
                        return;
                    }
                };
                let _ = made.send(Ok(()));
                let mut tick = tokio::time::interval(TICK);
                tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
                loop {
                    tokio::select! {
                        job = queue.recv() => match job {
                            Some(job) => job(&mut world).await,
                            None => return,
                        },
                        _ = tick.tick(), if !world.cloud.standing() => world.tick().await,
                    }
                }
            });
        };
        std::thread::Builder::new()
            .name("world".into())
            .spawn(work)
            .map_err(|_| Gone)?;
        ready.await.map_err(|_| Gone)??;
        Ok(Self(jobs))
    }

    /// Does something with the world alone, and waits for its answer.
    ///
    /// # Errors
    /// The thread is gone: it panicked.
    pub async fn with<T: Send + 'static>(
        &self,
        job: impl for<'a> FnOnce(&'a mut World) -> LocalBoxFuture<'a, T> + Send + 'static,
    ) -> Result<T, Gone> {
        let (answer, answered) = oneshot::channel();
        self.later(move |world| {
            Box::pin(async move {
                let _ = answer.send(job(world).await);
            })
        })?;
        answered.await.map_err(|_| Gone)
    }

    /// Does something with the world when its turn comes.
    ///
    /// # Errors
    /// The thread is gone: it panicked.
    pub fn later(
        &self,
        job: impl for<'a> FnOnce(&'a mut World) -> LocalBoxFuture<'a, ()> + Send + 'static,
    ) -> Result<(), Gone> {
        self.0.send(Box::new(job)).map_err(|_| Gone)
    }
}
